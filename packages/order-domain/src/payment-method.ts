import * as z from 'zod/mini';
import { plainText } from './plain-text.ts';

/** `ApplePay` and `GooglePay` are wallets: the token that they give stands for a card. */
export const paymentMethods = ['CreditCard', 'DebitCard', 'PayPal', 'BankTransfer', 'ApplePay', 'GooglePay'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** What the payment provider's client gave for the customer's card or account. Never a card number. */
export const paymentTokenSchema = z
  .string()
  .check(z.overwrite(plainText), z.regex(/^[A-Za-z0-9_-]{1,128}$/, '1 to 128 letters, digits, - or _'));

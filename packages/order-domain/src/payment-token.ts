import * as z from 'zod/mini';
import { plainText } from './plain-text.ts';

/** What the payment provider's client gave for the customer's card or account. Never a card number. */
export const paymentTokenSchema = z
  .string()
  .check(z.overwrite(plainText), z.regex(/^[A-Za-z0-9_-]{1,128}$/, '1 to 128 letters, digits, - or _'));

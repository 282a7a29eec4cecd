import type { PaymentMethod } from '@order-workflow/order-domain';

/** Why a payment was declined, as far as the customer may know. */
export const declineReasons = [
  'insufficient-funds',
  'expired-card',
  'limit-exceeded',
  'not-permitted',
  'not-confirmed',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

const payer: Readonly<Record<PaymentMethod, string>> = {
  CreditCard: 'The card',
  DebitCard: 'The card',
  PayPal: 'The PayPal account',
  BankTransfer: 'The bank transfer',
  ApplePay: 'The card',
  GooglePay: 'The card',
};

const because: Readonly<Record<DeclineReason, string>> = {
  'insufficient-funds': ': insufficient funds',
  'expired-card': ': it has expired',
  'limit-exceeded': ': the amount is above its limit',
  'not-permitted': ': it may not be used for this payment',
  'not-confirmed': ': the payment was not confirmed in time',
  other: '',
};

/** A sentence for the customer: `The card was declined: insufficient funds.` */
export function declineSentence(method: PaymentMethod, reason: DeclineReason): string {
  return `${payer[method]} was declined${because[reason]}.`;
}

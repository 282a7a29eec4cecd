import { paymentMethods } from '@order-workflow/order-domain';
import { expect, it } from 'vitest';
import { declineReasons, declineSentence } from './decline-reason.ts';

it('tells the customer why, in words that fit the method', () => {
  const sentences = paymentMethods.map((method) => declineSentence(method, 'insufficient-funds'));
  expect([
    ...new Set(sentences),
    ...declineReasons.map((reason) => declineSentence('CreditCard', reason)),
  ]).toMatchInlineSnapshot(`
    [
      "The card was declined: insufficient funds.",
      "The PayPal account was declined: insufficient funds.",
      "The bank transfer was declined: insufficient funds.",
      "The card was declined: insufficient funds.",
      "The card was declined: it has expired.",
      "The card was declined: the amount is above its limit.",
      "The card was declined: it may not be used for this payment.",
      "The card was declined: the payment was not confirmed in time.",
      "The card was declined.",
    ]
  `);
});

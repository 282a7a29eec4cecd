import type { PayableOrder } from '../src/payable-order.ts';

/** An order of 39.98 euro, with another token when a test cares. */
export function aPayableOrder(paymentToken?: string): PayableOrder {
  return {
    order: { orderId: '1', paymentMethod: 'CreditCard', ...(paymentToken !== undefined && { paymentToken }) },
    validation: { total: { amount: 3_998, currency: 'EUR' } },
  };
}

export const paid = {
  chargeId: 'ch_1',
  amount: { amount: 3_998, currency: 'EUR' },
  method: 'CreditCard',
  chargedAt: '2026-03-02T10:00:00.000Z',
} as const;

import { operationKey } from '@order-workflow/order-domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chargeKey, refundKey } from './idempotency-key.ts';
import { chargeRequest } from './payable-order.ts';

const orderId = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), fc.stringMatching(/^[#/.:_0-9]{1,20}$/));
const failures = fc.nat({ max: 50 });

it('gives no two orders or operations the same key', () => {
  fc.assert(
    fc.property(orderId, orderId, failures, failures, (one, two, m, n) => {
      expect(chargeKey(one, 1)).not.toBe(refundKey(two, 1, n));
      expect(chargeKey(one, 1) === chargeKey(two, 1)).toBe(one === two);
      expect(refundKey(one, 1, m) === refundKey(one, 1, n)).toBe(m === n);
    }),
  );
});

it('makes the key of a charge of the order alone, not of what is charged, how, or by which attempt', () => {
  fc.assert(
    fc.property(orderId, fc.nat(), fc.string(), (id, amount, paymentToken) => {
      const request = chargeRequest({
        order: { orderId: id, paymentMethod: 'PayPal', paymentToken },
        validation: { total: { amount, currency: 'EUR' } },
      });
      expect(request.key).toBe(operationKey(id, 'charge', undefined));
    }),
  );
});

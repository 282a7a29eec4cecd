import fc from 'fast-check';
import { expect, it } from 'vitest';
import { executionName, operationKey } from './operation-key.ts';
import { orderIdSchema } from './order.ts';

const orderId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
/** Two ids that are the same, differ only at their end, or have nothing to do with each other. */
const orderIds = fc.oneof(
  orderId.map((id) => [id, id] as const),
  fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9_-]{63}$/), fc.stringMatching(/^[a-c]$/), fc.stringMatching(/^[a-c]$/))
    .map(([start, one, other]) => [start + one, start + other] as const),
  fc.tuple(orderId, orderId),
);
const operation = fc.constantFrom('charge', 'parcel', 'notice-fulfilled', 'notice-refunded');

it('gives one operation on one order one key, and another order another', () => {
  fc.assert(
    fc.property(orderIds, operation, ([one, other], name) => {
      expect(orderIdSchema.safeParse(one).success).toBe(true);
      expect(operationKey(one, name)).toBe(operationKey(one, name));
      expect(operationKey(one, name) === operationKey(other, name)).toBe(one === other);
    }),
  );
});

it('gives different operations on one order different keys', () => {
  fc.assert(
    fc.property(orderId, operation, operation, (id, one, other) => {
      expect(operationKey(id, one) === operationKey(id, other)).toBe(one === other);
    }),
  );
});

it('names an execution as Step Functions allows, one name an order', () => {
  fc.assert(
    fc.property(orderIds, ([one, other]) => {
      // StartExecution: 1 to 80 characters, here of its recommended set.
      expect(executionName(one)).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
      expect(executionName(one) === executionName(other)).toBe(one === other);
    }),
  );
});

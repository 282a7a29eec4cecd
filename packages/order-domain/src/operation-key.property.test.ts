import fc from 'fast-check';
import { expect, it } from 'vitest';
import { executionName, operationKey, orderIdPart } from './operation-key.ts';
import { orderIdSchema } from './order-id.ts';

/** Ids as shops write them, as one of ours would be written in a key, and in any script. */
const orderId = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
    fc.stringMatching(/^[A-Z#/:._ 23F-]{1,20}$/),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  )
  .map((id) => orderIdSchema.safeParse(id).data)
  .filter((id) => id !== undefined);
/** Two ids that are the same, differ only at their end, or have nothing to do with each other. */
const orderIds = fc.oneof(
  orderId.map((id) => [id, id] as const),
  fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9_-]{63}$/), fc.stringMatching(/^[a-c]$/), fc.stringMatching(/^[a-c]$/))
    .map(([start, one, other]) => [start + one, start + other] as const),
  fc.tuple(orderId, orderId),
  // What one is in a key, as the other's own number.
  orderId.map((id) => [id, orderIdPart(id)] as const),
  orderId.map((id) => [id, `_${orderIdPart(id)}`.slice(0, 64)] as const),
);
const operation = fc.constantFrom('charge', 'parcel', 'notice-fulfilled', 'notice-refunded');

it('gives one operation on one order one key, and another order another', () => {
  fc.assert(
    fc.property(orderIds, operation, ([one, other], name) => {
      expect(orderIdSchema.safeParse(one).success).toBe(true);
      expect(operationKey(one, name, 1)).toBe(operationKey(one, name, undefined));
      expect(operationKey(one, name, 1) === operationKey(other, name, 1)).toBe(one === other);
    }),
  );
});

it('gives no two of order, attempt, operation and ordinal one key or name, whatever the ids are', () => {
  const attempt = fc.oneof(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 9_999 }));
  const ordinal = fc.integer({ min: 1, max: 23 }).map((count) => (count === 1 ? 'refund' : `refund-${count}`));
  const other = fc.constantFrom('charge', 'ship', 'cancel', 'notice-fulfilled', 'notice-refunded');
  const asked = fc.tuple(attempt, fc.oneof(ordinal, other));
  fc.assert(
    fc.property(orderIds, asked, asked, ([one, another], [firstTry, first], [secondTry, second]) => {
      const same = one === another && firstTry === secondTry;
      expect(operationKey(one, first, firstTry) === operationKey(another, second, secondTry)).toBe(
        same && first === second,
      );
      expect(executionName(one, firstTry) === executionName(another, secondTry)).toBe(same);
      expect(executionName(one, firstTry)).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
    }),
    { numRuns: 1_000 },
  );
});

it('keeps the keys of a first attempt as they were before there were others', () => {
  expect(operationKey('12345', 'charge', 1)).toBe('order-12345-charge');
  expect(operationKey('12345', 'charge', 2)).toBe('order-12345.2-charge');
  expect(operationKey('#1001', 'refund-3', 2)).toBe('order__231001.2-refund-3');
});

it('gives different operations on one order different keys', () => {
  fc.assert(
    fc.property(orderId, operation, operation, (id, one, other) => {
      expect(operationKey(id, one, 1) === operationKey(id, other, 1)).toBe(one === other);
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

it('writes no point into the key of a first attempt: behind one stands which other it is', () => {
  fc.assert(fc.property(orderId, operation, (id, name) => /^[A-Za-z0-9_-]+$/.test(operationKey(id, name, 1))));
});

it.each([
  ['12345', 'order-12345'],
  ['#1001', 'order__231001'],
  ['_231001', 'order-_231001'],
  ['2026.17', 'order_2026_2E17'],
  ['№ 5', 'order__E2_84_96_205'],
])('names the execution of %s %s', (id, name) => {
  expect(executionName(id)).toBe(name);
  expect(executionName(id, 2)).toBe(name.replace('order', 'order2'));
});

import { operationKey } from '@order-workflow/order-domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOfKey } from './order-of-key.ts';

describe(orderOfKey, () => {
  it('finds the order back in each key that an operation on it has, whatever its id and attempt', () => {
    const operations = ['charge', 'refund', 'refund-2', 'ship', 'cancel', 'stock'] as const;
    const ids = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom(...operations).map((operation) => `1-${operation}`),
    );
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 12 }), fc.constantFrom(...operations), (id, attempt, operation) => {
        expect(orderOfKey(operationKey(id, operation, attempt))).toBe(id);
      }),
    );
  });

  it.each(['', 'order-1-refuse', 'invoice-1-charge', 'order__ZZ-charge', 'order__C3-charge'])(
    'takes %j for no order’s',
    (key) => {
      expect(orderOfKey(key)).toBeUndefined();
    },
  );
});

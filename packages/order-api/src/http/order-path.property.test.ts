import { orderIdSchema } from '@order-workflow/order-domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderIdInPath, orderPath } from './order-path.ts';

const anId = fc
  .oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 15 }),
    fc.stringMatching(/^[~_A-F0-9-]{1,20}$/),
  )
  .filter((id) => orderIdSchema.safeParse(id).data === id);
const inPath = (orderId: string) => orderPath(orderId).slice('/orders/'.length);

describe(orderPath, () => {
  it('is found again by the id in it, whatever signs that has, and no proxy has to leave any alone', () => {
    fc.assert(
      fc.property(anId, (orderId) => {
        expect(inPath(orderId)).toMatch(/^[\w~-]+$/);
        expect(orderIdInPath(inPath(orderId))).toBe(orderId);
      }),
      { examples: [['12345'], ['#1001'], ['ORD/2026/7'], ['_231001'], ['~12345'], ['~_231001'], ['Ü']] },
    );
  });

  it('is found by the id as it is, too, where it came through', () => {
    expect(orderIdInPath('#1001')).toBe('#1001');
    expect(orderIdInPath('~12345')).toBe('~12345');
  });

  it.each(['', 'a@b.example', '4242424242424242', 'x'.repeat(65), '~_FF', undefined])('is none for %j', (text) => {
    expect(orderIdInPath(text)).toBe(text === '~_FF' ? '~_FF' : undefined);
  });
});

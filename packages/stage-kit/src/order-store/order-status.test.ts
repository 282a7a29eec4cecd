import { orderEnds } from '@order-workflow/order-domain';
import { describe, expect, it } from 'vitest';
import { holdsNothing, isEnd, orderStatusSchema } from './order-status.ts';

describe(holdsNothing, () => {
  it('says it of every end of an order but the one with money and a parcel, as whoever places orders reads it', () => {
    const ends = orderStatusSchema.options.filter(isEnd);
    expect(ends).toEqual(expect.arrayContaining([...orderEnds]));
    expect(ends.filter((end) => !holdsNothing(end))).toEqual(['fulfilled']);
  });

  it.each(['open', 'cancelling'] as const)('says it of no order that is %s', (status) => {
    expect(holdsNothing(status)).toBe(false);
  });
});

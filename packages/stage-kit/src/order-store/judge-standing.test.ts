import { describe, expect, it } from 'vitest';
import { judgeStanding } from './judge-standing.ts';
import type { OrderStatus } from './order-status.ts';

describe(judgeStanding, () => {
  it.each<[OrderStatus, string]>([
    ['open', 'unsettled'],
    ['cancelling', 'unsettled'],
    ['fulfilled', 'fulfilled'],
    ['rejected', 'nothing-held'],
    ['declined', 'nothing-held'],
    ['refunded', 'nothing-held'],
    ['cancelled', 'nothing-held'],
  ])('takes an attempt that is %s for %s', (status, standing) => {
    expect(judgeStanding({ attempt: 2, status }, 2)).toBe(standing);
  });

  it.each<OrderStatus>(['open', 'cancelling', 'fulfilled', 'declined'])(
    'takes an attempt for over when a later one is %s, which only follows where nothing is held',
    (status) => {
      expect(judgeStanding({ attempt: 2, status }, 1)).toBe('nothing-held');
    },
  );

  it('gives nothing up of an order or an attempt that the table does not know', () => {
    expect(judgeStanding(undefined, 1)).toBe('unsettled');
    expect(judgeStanding({ attempt: 1, status: 'declined' }, 2)).toBe('unsettled');
    expect(judgeStanding({ attempt: 0, status: 'cancelled' }, 1)).toBe('unsettled');
  });
});

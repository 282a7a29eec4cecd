import { describe, expect, it } from 'vitest';
import { describeOwnership } from './judge-claim.ts';

const owner = { id: 'arn:one', startedAt: '2026-03-01T10:00:00.000Z' };

describe(describeOwnership, () => {
  it('says how the order stands, and in which attempt', () => {
    expect(describeOwnership('12345', { owner, attempt: 2, status: 'refunded' })).toBe(
      'Order 12345 is refunded in attempt 2, by execution arn:one.',
    );
    expect(describeOwnership('12345', { owner, attempt: 1, status: 'open', announced: 'refunded' })).toBe(
      'Order 12345 is open in attempt 1, by execution arn:one: its refund is on the way.',
    );
  });

  it('speaks of no attempt of one that was cancelled before there was any', () => {
    expect(describeOwnership('12345', { owner, attempt: 0, status: 'cancelled' })).toBe(
      'Order 12345 was cancelled before it came, by execution arn:one.',
    );
  });
});

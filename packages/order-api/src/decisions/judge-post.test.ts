import type { OrderItem } from '@order-workflow/stage-kit/order-store';
import { expect, it } from 'vitest';
import { judgePost } from './judge-post.ts';

it('speaks of no attempt where an order was cancelled before it came, and says which one it may be', () => {
  const owner = { id: 'arn:cancellation', startedAt: '2026-03-01T10:00:00.000Z' };
  const item: OrderItem = {
    ...{ version: 1, orderId: '12345', owner, attempt: 0, revision: 1, status: 'cancelled' },
    ...{ fingerprints: [], record: { contract: 1, attempt: 0 } },
  };
  expect(judgePost(item, { fingerprint: 'one' })).toMatchObject({
    kind: 'conflict',
    detail:
      'This order is not tried again by itself: it was cancelled before it came. Say "attempt": 1 to have it tried again.',
  });
  expect(judgePost(item, { fingerprint: 'one', attempt: 1 })).toEqual({ kind: 'start', attempt: 1 });
});

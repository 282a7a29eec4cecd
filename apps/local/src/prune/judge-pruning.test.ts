import { describe, expect, it } from 'vitest';
import { type OrderFacts, type PrunableExecution, whyKept } from './judge-pruning.ts';

const before = 1_000;
const ended: PrunableExecution = { executionArn: 'arn', stoppedAt: 900, succeeded: true, outcome: 'fulfilled' };
const failed: PrunableExecution = { executionArn: 'arn', stoppedAt: 900, succeeded: false, error: 'TypeError' };
const order: OrderFacts = {
  ...{ orderId: '1', executions: [ended], stored: { status: 'fulfilled', announced: false, since: 800 } },
  ...{ looseMoney: false, worldNotDone: false, noticeWaits: false, piecesHeld: false, keyLives: false },
};
const stored = { status: 'fulfilled', announced: false, since: 800 };
const why = (facts: Partial<OrderFacts>) => whyKept({ ...order, ...facts }, before);

describe(whyKept, () => {
  it.each<[string, Partial<OrderFacts>]>([
    ['ended before', {}],
    ['ended with nothing held', { stored: { ...stored, status: 'refunded' } }],
    ['failed, and was settled by a later execution', { executions: [failed, { ...ended, outcome: 'cancelled' }] }],
    ['was stopped by its cancellation', { executions: [{ ...failed, error: 'OrderCancelled' }, ended] }],
    ['is known to the order store alone', { executions: [] }],
    ['has no item, since it was erased and nothing else', { stored: undefined as never }],
  ])('lets go what %s', (_, facts) => {
    expect(why(facts)).toBeUndefined();
  });

  it.each<[NonNullable<ReturnType<typeof whyKept>>, Partial<OrderFacts>]>([
    ['under way', { executions: [ended, { ...ended, stoppedAt: undefined }] }],
    ['under way', { stored: { ...stored, status: 'open' } }],
    ['under way', { stored: { ...stored, status: 'cancelling' } }],
    ['under way', { stored: { ...stored, status: 'refunded', announced: true } }],
    ['a person must act', { executions: [failed] }],
    ['a person must act', { executions: [failed, { ...ended, outcome: 'duplicate' }] }],
    ['ended later', { executions: [ended, { ...ended, stoppedAt: before }] }],
    ['ended later', { executions: [], stored: { ...stored, since: before } }],
    ['money is held without a parcel', { looseMoney: true }],
    ['gateway or carrier are not done', { worldNotDone: true }],
    ['a notice waits', { noticeWaits: true }],
    ['pieces are held', { piecesHeld: true }],
    ['its Idempotency-Key lives', { keyLives: true }],
  ])('keeps an order because %s: %j', (expected, facts) => {
    expect(why(facts)).toBe(expected);
  });
});

import type { HistoryEvent } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { readMachineFacts } from '../orders/read-machine-facts.ts';
import { describeCurrentState } from './describe-current-state.ts';

const retrier = { ErrorEquals: ['CarrierUnavailable'], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 6 };
const facts = readMachineFacts(
  JSON.stringify({ StartAt: 'Ship Order', States: { 'Ship Order': { Retry: [retrier] } } }),
);

function event(id: number, type: string, at: number, details: Record<string, object> = {}): HistoryEvent {
  return { id, previousEventId: id - 1, type, timestamp: new Date(at), ...details };
}
const entered = event(1, 'TaskStateEntered', 0, { stateEnteredEventDetails: { name: 'Ship Order', input: '{}' } });
const failed = (id: number, at: number) =>
  event(id, 'LambdaFunctionFailed', at, { lambdaFunctionFailedEventDetails: { error: 'CarrierUnavailable' } });

describe(describeCurrentState, () => {
  it('names the order, the state, the next attempt and why', () => {
    const once = describeCurrentState('order-1', [entered, failed(2, 1_000)], facts, 3_000);
    expect(once?.text).toBe('order-1 waits at Ship Order: retry 1 of 6 in 8.0 s (CarrierUnavailable)');
    const history = [entered, failed(2, 1_000), event(3, 'LambdaFunctionScheduled', 11_000), failed(4, 12_000)];
    const twice = describeCurrentState('order-1', history, facts, 12_000);
    expect(twice?.text).toBe('order-1 waits at Ship Order: retry 2 of 6 in 20.0 s (CarrierUnavailable)');
    expect(twice?.attempt).not.toBe(once?.attempt);
  });

  it('says of what is no failure what it waits for, until when, and when it is asked again', () => {
    const states = {
      'Process Payment': { Catch: [{ ErrorEquals: ['PaymentPending'], Next: 'Await Payment' }] },
      'Await Payment': {
        Retry: [{ ErrorEquals: ['PaymentPending', 'Busy'], IntervalSeconds: 3600, MaxAttempts: 129 }],
      },
    };
    const awaiting = readMachineFacts(JSON.stringify({ StartAt: 'Process Payment', States: states }));
    const history = (error: string) => [
      event(1, 'TaskStateEntered', 0, { stateEnteredEventDetails: { name: 'Await Payment', input: '{}' } }),
      event(2, 'LambdaFunctionFailed', 1_000, {
        lambdaFunctionFailedEventDetails: {
          error,
          cause: JSON.stringify({ errorMessage: 'order-1-charge: a transfer is under way, until 2026-12-01.' }),
        },
      }),
    ];
    expect(describeCurrentState('order-1', history('PaymentPending'), awaiting, 1_801_000)).toMatchObject({
      awaits: true,
      text: 'order-1 is waiting for the payment to settle, asked again in 30 min 0 s · a transfer is under way, until 2026-12-01.',
    });
    expect(describeCurrentState('order-1', history('Busy'), awaiting, 1_000)?.text).toContain('retry 1 of 129');
  });

  it('is the same standing while nothing happens', () => {
    const [before, after] = [2_000, 9_000].map((now) =>
      describeCurrentState('o', [entered, failed(2, 1_000)], facts, now),
    );
    expect(before?.attempt).toBe(after?.attempt);
  });

  it('says that an attempt is under way', () => {
    expect(describeCurrentState('order-1', [entered], facts, 9_000)?.text).toBe(
      'order-1 is at Ship Order: attempt 1 is under way',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { adoptionOf } from '../../../src/deployment/adoption/adoption-of.ts';
import type { DescribedExecution } from '../../../src/deployment/adoption/past-executions.ts';

const order = { orderId: '12345', customerEmail: 'test@example.com' };
const validation = { total: { amount: 1999, currency: 'EUR' } };
const validated = JSON.stringify({ contract: 1, order, validation });

function past(fields: Partial<DescribedExecution> = {}): DescribedExecution {
  return {
    arn: 'arn:aws:states:eu-central-1:111122223333:execution:orders:one',
    startedAt: '2026-03-01T10:00:00.123Z',
    status: 'SUCCEEDED',
    input: JSON.stringify(order),
    output: JSON.stringify({ contract: 1, order, validation, outcome: 'fulfilled' }),
    ...fields,
  };
}

describe(adoptionOf, () => {
  it.each(['fulfilled', 'declined', 'refunded', 'cancelled'])(
    'says of an order that ended that it is %s',
    (outcome) => {
      const output = JSON.stringify({ order, validation, outcome });
      expect(adoptionOf(past({ output }), undefined)).toEqual({
        orderId: '12345',
        execution: { id: past().arn, startedAt: past().startedAt },
        status: outcome,
        verdict: { order, validation },
        asked: order,
      });
    },
  );

  it('keeps of a rejected order the reasons alone', () => {
    const cause = JSON.stringify({ errorMessage: 'items: missing\nname: missing' });
    const failure = { stage: 'validation', error: 'OrderRejected', cause };
    const output = JSON.stringify({ order, outcome: 'rejected', failure });
    expect(adoptionOf(past({ output }), undefined)).toMatchObject({
      status: 'rejected',
      verdict: { rejection: ['items: missing', 'name: missing'] },
    });
  });

  it.each(['RUNNING', 'FAILED', 'TIMED_OUT', 'ABORTED'])(
    'keeps an order open that may hold something, until its execution goes on: %s',
    (status) => {
      expect(adoptionOf(past({ status, output: undefined }), validated)).toMatchObject({
        status: 'open',
        verdict: { order, validation },
      });
    },
  );

  it.each([
    ['is running, and not through the first stage', past({ status: 'RUNNING', output: undefined }), undefined],
    ['failed at the first stage, with nothing held', past({ status: 'FAILED', output: undefined }), undefined],
    [
      'was rejected, and is about to be told',
      past({ status: 'RUNNING', output: undefined }),
      JSON.stringify({ order, outcome: 'rejected' }),
    ],
    ['is a duplicate', past({ output: JSON.stringify({ order, outcome: 'duplicate' }) }), undefined],
    ['has no id', past({ input: '{}' }), undefined],
    ['has an id that cannot be read', past({ input: '{"orderId":{}}' }), undefined],
    ['has the number of a card for an id', past({ input: '{"orderId":"4111111111111111"}' }), undefined],
    ['is no order', past({ input: '[]' }), undefined],
    ['is longer than an order may be', past({ input: JSON.stringify({ ...order, x: 'x'.repeat(32_768) }) }), undefined],
    ['left no record', past({ output: '"x"' }), undefined],
  ])('says nothing of an execution that %s', (_, execution, record) => {
    expect(adoptionOf(execution, record)).toBeUndefined();
  });
});

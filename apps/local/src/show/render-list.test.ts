import { describe, expect, it } from 'vitest';
import { paintFor } from '../terminal/paint.ts';
import { type ListEntry, renderList } from './render-list.ts';

const paint = paintFor(process.stdout);
const entry: ListEntry = {
  executionArn: 'arn:aws:states:us-east-1:123456789012:execution:Orders:order-12345',
  name: 'order-12345',
  orderId: '12345',
  status: 'SUCCEEDED',
  outcome: 'fulfilled',
  startDate: new Date('2026-03-02T10:15:30Z'),
  stopDate: new Date('2026-03-02T10:15:31Z'),
  error: null,
  state: 'Notify Customer',
  redriveCount: 0,
};
const failed: ListEntry = {
  ...entry,
  ...{ name: 'nightly', orderId: '7', status: 'FAILED', outcome: null, error: 'TypeError', state: 'Refund Payment' },
  redriveCount: 2,
};
const noOrder: ListEntry = { ...failed, orderId: null, redriveCount: 0 };

describe(renderList, () => {
  it('names the order and the execution, each under the one before, in a line each', () => {
    expect(renderList([entry, failed, noOrder], paint)).toEqual([
      '  ● fulfilled  12345  order-12345  2026-03-02 at 10:15:30 UTC',
      '  ✖ FAILED     7      nightly      2026-03-02 at 10:15:30 UTC  at Refund Payment: TypeError · redriven 2 times',
      '  ✖ FAILED     –      nightly      2026-03-02 at 10:15:30 UTC  at Refund Payment: TypeError',
    ]);
  });

  it('is no wider than it may be: what does not fit has lines of its own', () => {
    const lines = renderList([entry, failed], paint, 40);
    expect(lines).toEqual([
      '  ● fulfilled  12345',
      '    order-12345',
      '    2026-03-02 at 10:15:30 UTC',
      '  ✖ FAILED     7',
      '    nightly',
      '    2026-03-02 at 10:15:30 UTC',
      '    at Refund Payment: TypeError ·',
      '    redriven 2 times',
    ]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});

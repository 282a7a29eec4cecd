import { describe, expect, it } from 'vitest';
import { endOfFailure, endOfReceipt } from './invocation-end.ts';
import { fault } from './stage-failure.ts';

class WrapperAway extends fault('WrapperAway') {}

describe(endOfReceipt, () => {
  it.each([
    [{ status: 'nothing-held' }, 'nothing-held'],
    [{ chargeId: 'ch_1' }, 'receipt'],
    [{ status: 'Left with Jane Doe' }, 'receipt'],
    [{ status: { to: 'jane' } }, 'receipt'],
    [null, 'receipt'],
  ])('takes from %j the word %s', (receipt, result) => {
    expect(endOfReceipt(receipt)).toEqual({ outcome: 'receipt', result });
  });
});

describe(endOfFailure, () => {
  it('does not take for a failure what the stage awaits', () => {
    const thrown = new WrapperAway('the wrapper comes tomorrow');
    expect(endOfFailure(thrown, 'WrapperAway')).toMatchObject({ outcome: 'pending', result: 'WrapperAway' });
    expect(endOfFailure(thrown, 'PaperAway')).toMatchObject({ outcome: 'fault' });
    expect(endOfFailure(thrown)).toMatchObject({ outcome: 'fault' });
  });

  it('keeps the detail of a fault short', () => {
    expect(endOfFailure(new WrapperAway('x'.repeat(1_000))).detail).toHaveLength(300);
  });

  it.each([
    [new TypeError('jane'), 'TypeError'],
    [Object.assign(new Error('x'), { name: 'no mailbox jane@example.com' }), 'Error'],
    ['jane@example.com', 'string'],
    [undefined, 'undefined'],
  ])('knows a defect by its name alone: %s', (thrown, result) => {
    expect(endOfFailure(thrown)).toEqual({ outcome: 'defect', result });
  });
});

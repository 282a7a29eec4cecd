import { createMemoryJournal, type Json } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { executionsOfOrder } from './executions-of-order.ts';
import { findExecution } from './find-execution.ts';

/** A journal with an execution of each name, whose input is an order of this id. */
function journalOf(...executions: readonly (readonly [name: string, input: Json, outcome?: string])[]) {
  const journal = createMemoryJournal();
  for (const [index, [name, input, outcome]] of executions.entries())
    journal.append({
      executionArn: `arn:${name}`,
      start: {
        ...{ executionArn: `arn:${name}`, name, input, startedAt: index },
        ...{ stateMachineArn: 'arn', roleArn: 'arn', type: 'STANDARD', seed: undefined, definition: {} },
      },
      ...{ events: [], fibers: [], forgotten: [], redriveCount: 0 },
      ...(outcome !== undefined && { end: { status: 'SUCCEEDED', output: { outcome }, stoppedAt: index } }),
    });
  return journal;
}

const order = { orderId: '7' };

describe(executionsOfOrder, () => {
  it('finds the executions of an order under whatever names, in the order in which they began', () => {
    const journal = journalOf(
      ['order-7', order],
      ['order-17', { orderId: '17' }],
      ['8c0c7a0e', { orderId: ' 7 ' }],
      ['order-8', order],
      ['order2-7', order],
      ['nightly', { orderId: '8' }],
      ['no-order', []],
    );
    const names = (id: string) => executionsOfOrder(journal, id).map(({ start }) => start.name);
    expect(names('7')).toEqual(['order-7', '8c0c7a0e', 'order2-7']);
    expect(names('8')).toEqual(['nightly']);
    expect(names('9')).toEqual([]);
  });
});

describe(findExecution, () => {
  it.each([
    ['the last attempt', '7', 'order2-7'],
    ['one by its own name', 'order-7', 'order-7'],
    ['one that has no good id, by what follows "order-"', 'unidentified-f00', 'order-unidentified-f00'],
    ['a duplicate where the order has nothing else here', '8', 'again'],
  ])('finds %s', (_, id, name) => {
    const journal = journalOf(
      ['order-7', order, 'declined'],
      ['order2-7', order],
      ['one-more', order, 'duplicate'],
      ['again', { orderId: '8' }, 'duplicate'],
      ['order-unidentified-f00', {}, 'rejected'],
    );
    expect(findExecution(journal, id)).toEqual({ name, executionArn: `arn:${name}` });
  });

  it('says of another id that there is none', () => {
    expect(() => findExecution(journalOf(['order-7', order]), '77')).toThrow('no order "77" has been placed');
  });
});

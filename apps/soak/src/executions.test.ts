import { createMemoryJournal, createVirtualClock, parseDefinition } from '@order-workflow/asl-engine';
import { expect, it } from 'vitest';
import { type ExecutionsOptions, executionsOn } from './executions.ts';

const definition = {
  StartAt: 'Pay',
  States: { Pay: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:pay', End: true } },
};

it('waits for an execution that was redriven the moment it had ended (regression: it met the next schedule)', async () => {
  let calls = 0;
  let redriven = false;
  const journal = createMemoryJournal();
  /** Before whoever waits for the end has heard of it. */
  function redriveOnce() {
    if (redriven || executions.resultOf('order-1')?.status !== 'FAILED') return;
    redriven = true;
    executions.redrive('order-1');
  }
  const stateMachine = { arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:orders', type: 'STANDARD' };
  const executions = executionsOn({
    platform: {
      assembly: { stateMachine },
      definition: parseDefinition(JSON.stringify(definition)),
      integrations: {},
    } as unknown as ExecutionsOptions['platform'],
    journal: {
      ...journal,
      append(entry) {
        journal.append(entry);
        redriveOnce();
      },
    },
    clock: createVirtualClock(),
    seed: 1,
    async invokeLambda() {
      await new Promise(setImmediate);
      if (++calls === 1) throw new Error('the first time');
      return {};
    },
  });
  executions.start('order-1', {});
  await executions.quiet();
  expect(executions.resultOf('order-1')).toMatchObject({ status: 'SUCCEEDED' });
  expect(calls).toBe(2);
});

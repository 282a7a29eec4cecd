import { createMemoryJournal, createVirtualClock, parseDefinition } from '@order-workflow/asl-engine';
import { expect, it } from 'vitest';
import { executionId, executionsOn, type Machine } from './executions.ts';

const pay = 'arn:aws:lambda:us-east-1:000000000000:function:pay';
const machine = aMachine('orders', { Type: 'Task', Resource: pay, End: true });
const id = executionId(machine, 'order-1');

function aMachine(name: string, state: object): Machine {
  const definition = JSON.stringify({ StartAt: 'Only', States: { Only: state } });
  const arn = `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
  const roleArn = 'arn:aws:iam::000000000000:role/r';
  return { arn, type: 'STANDARD', roleArn, definition, compiled: parseDefinition(definition) };
}

it('waits for an execution that was redriven the moment it had ended (regression: it met the next schedule)', async () => {
  let calls = 0;
  let redriven = false;
  const journal = createMemoryJournal();
  /** Before whoever waits for the end has heard of it. */
  function redriveOnce() {
    if (redriven || executions.resultOf(id)?.status !== 'FAILED') return;
    redriven = true;
    executions.redrive(id);
  }
  const executions = executionsOn({
    integrations: {},
    aroundStop: (stop) => stop,
    journal: {
      ...journal,
      append(entry) {
        const durable = journal.append(entry);
        redriveOnce();
        return durable;
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
  executions.start(machine, 'order-1', {});
  await executions.quiet();
  expect(executions.resultOf(id)).toMatchObject({ status: 'SUCCEEDED' });
  expect(calls).toBe(2);
});

const dayMs = 24 * 3600 * 1000;

/** Stops the execution `order-1`, whose function takes so many days, from another machine. */
async function stopLater(days: number, workDays: number) {
  const clock = createVirtualClock();
  const executions = executionsOn({
    ...{ integrations: {}, journal: createMemoryJournal(), clock, seed: 1 },
    aroundStop: (stop) => stop,
    async invokeLambda({ clock, signal }) {
      await clock.sleep(workDays * dayMs, signal);
      return {};
    },
  });
  const stops = aMachine('cancellations', {
    ...{ Type: 'Task', QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::aws-sdk:sfn:stopExecution', End: true },
    Arguments: { ExecutionArn: id, Error: 'OrderCancelled' },
  });
  executions.start(machine, 'order-1', {});
  await clock.sleep(days * dayMs);
  executions.start(stops, 'cancel-1', {});
  await executions.quiet();
  return { order: executions.resultOf(id), cancellation: executions.resultOf(executionId(stops, 'cancel-1')) };
}

it('lets an execution of one machine stop another’s, under the error that it says', async () => {
  const ended = await stopLater(1, 9);
  expect(ended).toMatchObject({
    order: { status: 'ABORTED', error: 'OrderCancelled' },
    cancellation: { status: 'SUCCEEDED' },
  });
});

it('knows no execution any more that ended more than ninety days ago', async () => {
  expect(await stopLater(89, 0)).toMatchObject({ cancellation: { status: 'SUCCEEDED' } });
  expect(await stopLater(91, 0)).toMatchObject({
    cancellation: { status: 'FAILED', error: 'Sfn.ExecutionDoesNotExistException' },
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMemoryJournal,
  createVirtualClock,
  type InvokeLambda,
  parseDefinition,
  TaskFailure,
} from '@order-workflow/asl-engine';
import { openWorkflow, type Platform, readAssembly, startPlatform } from '@order-workflow/local';
import {
  cannotBeRefunded,
  everyWay,
  functionOf,
  readRelease,
  statesOf,
  ways,
  withDefinition,
} from '@order-workflow/local/last-release';
import { addStock, askAfterHolds } from '@order-workflow/stock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stockOf } from './stock-of.ts';
import { synthesized } from './synthesized.ts';

/**
 * A stage is added to a workflow that is at work, and may be taken back: an execution keeps the definition that it began with, while
 * functions, tables and what cancels orders are those of the day.
 */

const [sku, pieces] = ['SKU001', 500];
const last = readRelease();
const folder = mkdtempSync(join(tmpdir(), 'five-stages-'));
const assembly = synthesized();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ assembly, simulators: {}, virtualLimits: true });
  await addStock(sku, pieces, stockOf(platform));
});
afterAll(async () => {
  await platform?.close();
  rmSync(folder, { recursive: true });
});

/** A definition of the four stages, whose functions are called by the names that they have in the stack of five. */
const amongFive = (definition: string) => parseDefinition(definition.replaceAll('OrderWorkflow-', 'FiveStages-'));
const fourStages = join(dirname(fileURLToPath(import.meta.resolve('@order-workflow/infra/package.json'))), 'cdk.out');
/** What executions run that began in the last release, which held no stock. */
const before = () => amongFive(readAssembly(withDefinition(last.definition, folder)).stateMachine.definition);

function workflow(other: Partial<Platform> = {}, aroundInvocation?: (proceed: InvokeLambda) => InvokeLambda) {
  return openWorkflow(
    { ...platform, ...other },
    {
      ...{ journal: createMemoryJournal(), clock: createVirtualClock(), seed: 1 },
      ...(aroundInvocation && { aroundInvocation }),
    },
  );
}

/** What nobody has, and for which orders some is held, once all of those were asked about. */
async function stock() {
  const level = await askAfterHolds(sku, stockOf(platform));
  return { left: level?.left, heldFor: level?.holds.map(({ orderId }) => orderId) };
}

describe.each(everyWay)('an order that %s', (way) => {
  const { calls, states, outcome } = last.ways[way];

  it('ends so, and takes nothing of the stock, when it began before there was any', async () => {
    const earlier = await stock();
    const orderId = `before-${everyWay.indexOf(way)}`;
    const { execution } = workflow({ definition: before() }).place({ ...ways[way], orderId });
    const { status, output } = await execution.result;
    const ended = {
      status,
      outcome: (output as Record<string, unknown>)['outcome'],
      states: statesOf(execution.history()),
    };
    expect(ended).toEqual({ status: 'SUCCEEDED', outcome, states });
    expect(await stock()).toEqual(earlier);
  });

  it('ends so, and has its pieces or none, by the records of the last release', async () => {
    const earlier = await stock();
    const answers = Map.groupBy(calls, (call) => call.function);
    const orderId = `records-${everyWay.indexOf(way)}`;
    const { execution } = workflow({}, (proceed) => async (invocation) => {
      const kept = answers.get(functionOf(invocation.functionName) as (typeof calls)[number]['function']);
      if (kept === undefined) return proceed(invocation);
      const answer = (kept.length > 1 ? kept.shift() : kept[0])?.answer;
      if (answer === undefined || 'error' in answer) throw new TaskFailure(answer?.error.name, answer?.error.cause);
      return { payload: answer.receipt, executedVersion: '1', statusCode: 200 };
    }).place({ ...ways[way], orderId });
    expect(await execution.result).toMatchObject({ status: 'SUCCEEDED', output: { outcome } });
    // Its orders are in no order store, and what is not known to have ended keeps its pieces.
    const has = outcome === 'fulfilled';
    expect(await stock()).toEqual({
      left: (earlier.left ?? 0) - (has ? 2 : 0),
      heldFor: [...(earlier.heldFor ?? []), ...(has ? [orderId] : [])],
    });
  });
});

it('gives back no pieces for an order that failed before stock was held, when it is redriven', async () => {
  const earlier = await stock();
  const executions = workflow({ definition: before() });
  const failed = executions.place({ ...cannotBeRefunded, orderId: 'failed-before' });
  expect(await failed.execution.result).toMatchObject({ status: 'FAILED' });
  platform.world?.gateway.ledger.repair();
  expect(await executions.redrive(failed.name).execution.result).toMatchObject({ output: { outcome: 'refunded' } });
  expect(await stock()).toEqual(earlier);
});

it('gives back no pieces for an order that began before stock was held, when it is cancelled', async () => {
  const earlier = await stock();
  const executions = workflow({ definition: before() });
  const order = { ...ways['goes well'], orderId: 'cancelled-later' };
  expect(await executions.place(order).execution.result).toMatchObject({ output: { outcome: 'fulfilled' } });
  const { execution } = executions.cancel({ orderId: order.orderId }, 'cancel-later');
  expect(await execution.result).toMatchObject({ output: { outcome: 'cancelled', release: { status: 'released' } } });
  expect(await stock()).toEqual(earlier);
});

it('gives the pieces of an order to who needs them, when what cancelled it knew of no stock', async () => {
  const earlier = await stock();
  const { cancellation } = readAssembly(fourStages);
  const executions = workflow({ cancellation: amongFive(cancellation?.definition ?? '') });
  const order = { ...ways['goes well'], orderId: 'cancelled-by-four' };
  const placed = await executions.place(order).execution.result;
  expect(placed).toMatchObject({ output: { outcome: 'fulfilled', reservation: { status: 'reserved' } } });
  const { execution } = executions.cancel({ orderId: order.orderId }, 'cancel-by-four');
  const { output } = await execution.result;
  expect(output).toMatchObject({ outcome: 'cancelled' });
  expect(output).not.toHaveProperty('release');
  expect(await stock()).toEqual(earlier);
});

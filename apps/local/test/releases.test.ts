import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryJournal, createVirtualClock, TaskFailure } from '@order-workflow/asl-engine';
import { writtenVersion } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkflow } from '../src/orders/open-workflow.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import {
  type KeptCall,
  type KeptRecord,
  readRelease,
  withDefinition,
  withoutFolders,
} from './last-release/kept-release.ts';
import { statesOf } from './last-release/record-release.ts';
import { everyWay, type FunctionName, functionOf, functions, ways } from './last-release/ways.ts';

/**
 * What the last release left behind (`infra/last-release`), read by this one: an execution keeps the definition that it
 * began with, and its record, while the functions are released under it. `releases.long.test.ts` mixes the two themselves.
 */

const last = readRelease();
const folder = mkdtempSync(join(tmpdir(), 'order-workflow-'));
let today: Platform;
/** The functions of today, under the definition of the last release. */
let underLast: Platform;
beforeAll(async () => {
  today = await startPlatform({ simulators: {}, virtualLimits: true });
  const { parameters } = today.world!;
  const assembly = withDefinition(last.definition, folder);
  underLast = await startPlatform({ assembly, parameters, virtualLimits: true });
});
afterAll(async () => {
  await underLast?.close();
  await today?.close();
  rmSync(folder, { recursive: true });
});

const aWorkflow = () => ({ journal: createMemoryJournal(), clock: createVirtualClock(), seed: 1 });

function run(called: FunctionName, payload: unknown) {
  const { arn } = today.assembly.functions.find(({ logicalId }) => logicalId.includes(called))!;
  return today.runFunction(arn, payload)!;
}

/**
 * Failures that tell of a record that was read: those of the last release, and that the ledgers of another world hold another
 * charge than the receipt says.
 */
const wellRead = [
  'OrderRejected',
  'PaymentDeclined',
  'PaymentOutcomeUnknown',
  'PaymentPending',
  'ShipmentOutcomeUnknown',
  'ShipmentRefused',
  'PaymentMismatch',
];

it('is kept without the folders of the machine that recorded it', () => {
  expect(withoutFolders('"at f (file:///home/me/x/index.mjs:5:4)","at g (node:fs:1:2)"')).toBe(
    '"at f (index.mjs:5:4)","at g (node:fs:1:2)"',
  );
  expect(JSON.stringify(last)).not.toContain('file:');
});

describe.each(everyWay)('an order that %s', (way) => {
  const { calls, states, outcome } = last.ways[way];

  it('ends so by the definition of the last release on the functions of this one', async () => {
    const orderId = `then-${everyWay.indexOf(way)}`;
    const { execution } = openWorkflow(underLast, aWorkflow()).place({ ...ways[way], orderId });
    const { status, output } = await execution.result;
    const end = { status, outcome: (output as KeptRecord)['outcome'], states: statesOf(execution.history()) };
    expect(end).toEqual({ status: 'SUCCEEDED', outcome, states });
  });

  it('ends so by the definition of this release on what the functions of the last one answered', async () => {
    const answers = Map.groupBy(calls, (call) => call.function);
    const { execution } = openWorkflow(today, {
      ...aWorkflow(),
      aroundInvocation: (proceed) => async (invocation) => {
        const kept = answers.get(functionOf(invocation.functionName)!);
        if (kept === undefined) return proceed(invocation);
        return answered(kept.length > 1 ? kept.shift()! : kept[0]!);
      },
    }).place({ ...ways[way], orderId: `kept-${everyWay.indexOf(way) + 1}` });
    const { status, output } = await execution.result;
    expect({ status, output }).toMatchObject({ status: 'SUCCEEDED', output: { outcome } });
  });

  it('is understood by each function of this release from the record of the last one', async () => {
    for (const { function: called, payload, answer } of calls) {
      const result = await run(called, payload);
      if (result.kind === 'failed') {
        expect({ called, name: result.error.errorType }).toEqual({ called, name: expect.toBeOneOf(wellRead) });
      } else {
        // A later function, and the definition, may read of a receipt whatever it held.
        const receipt = result.payload as KeptRecord;
        const before = 'receipt' in answer ? answer.receipt : {};
        if (receipt['status'] === before['status'])
          expect(Object.keys(receipt)).toEqual(expect.arrayContaining(Object.keys(before)));
      }
    }
  });
});

function answered({ answer }: KeptCall) {
  if ('error' in answer) throw new TaskFailure(answer.error.name, answer.error.cause);
  return { payload: answer.receipt, executedVersion: '1', statusCode: 200 };
}

it('keeps of the last release a call of each function, and an error that each way of failing had', () => {
  const kept = everyWay.flatMap((way) => last.ways[way].calls);
  expect([...new Set(kept.map((call) => call.function))].toSorted()).toEqual([...functions].toSorted());
  const errors = kept.flatMap(({ answer }) => ('error' in answer ? [answer.error.name] : []));
  expect([...new Set(errors)].toSorted()).toEqual(wellRead.filter((name) => name !== 'PaymentMismatch').toSorted());
});

it('writes records of a version that the last release reads, and each stage refuses any other', async () => {
  const { execution } = openWorkflow(today, aWorkflow()).place({ ...ways['goes well'], orderId: 'contract' });
  const { output } = await execution.result;
  expect(output).toMatchObject({ contract: writtenVersion });
  for (const name of functions.slice(1)) {
    expect(await run(name, { contract: 0, outcome: 'fulfilled', order: anOrder().build() })).toMatchObject({
      kind: 'failed',
      error: {
        errorType: 'StageContractBroken',
        errorMessage: expect.stringContaining('contract: given 0'),
      },
    });
  }
});

import { parseInjectedFault } from '@order-workflow/simulators';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultTargetsOf } from '../src/faults/fault-targets.ts';
import { startPlatform } from '../src/platform/platform.ts';
import { tableAssembly } from './table-assembly.ts';

const Key = { orderId: { S: '1' } };
const read = { operation: 'GetItem', Key, ConsistentRead: true };
const claim = { operation: 'PutItem', Item: Key, ConditionExpression: 'attribute_not_exists(orderId)' };
const name = (error: string) => expect.stringMatching(new RegExp(`#${error}$`));

/** A stage that asks a table, with a fault switched on there. */
async function struck(text?: string) {
  let now = 0;
  const platform = await startPlatform({
    assembly: tableAssembly(),
    virtualLimits: true,
    tables: { clock: { now: () => now }, landsAfterMs: () => hour },
  });
  onTestFinished(() => platform.close());
  const { switchboard } = platform;
  if (text !== undefined) switchboard.set([parseInjectedFault(text, faultTargetsOf(platform.assembly))]);
  return {
    switchboard,
    /** What the stage is answered, over the socket; or what it failed of, and how long it waited. */
    async ask(input: unknown): Promise<unknown> {
      const result = await platform.runFunction('Shop-Stage', input);
      if (result?.kind === 'failed') return { failed: result.error.errorType, waitedMs: result.waitedMs ?? 0 };
      return result?.payload;
    },
    items: () => platform.tables?.items('Shop-Orders'),
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

const hour = 3_600_000;
const lost = { failed: 'Error', waitedMs: 0 };
const late = { failed: 'AbortError', waitedMs: 3_000 };

describe('a fault of a table', () => {
  it.each([
    ['unavailable', { status: 503, __type: name('ServiceUnavailable') }, 0],
    ['rate-limited', { status: 400, __type: name('ThrottlingException') }, 0],
    ['error-before', { status: 500, __type: name('InternalServerError') }, 0],
    ['error-after', { status: 500, __type: name('InternalServerError') }, 1],
    ['timeout-before', late, 0],
    ['timeout-after-success', late, 1],
    ['cut-before', lost, 0],
    ['cut-after', lost, 1],
    ['malformed', { failed: 'SyntaxError', waitedMs: 0 }, 1],
    ['written-twice', { status: 400, __type: name('ConditionalCheckFailedException') }, 1],
  ])('strikes the write of a stage as DynamoDB fails: %s', async (kind, answer, items) => {
    const { ask, items: itemsKept } = await struck(`asker.write=${kind}:1`);
    expect(await ask(read)).toEqual({ status: 200 });
    expect(await ask(claim)).toMatchObject(answer);
    expect(await itemsKept()).toHaveLength(items);
    expect(await ask({ ...claim, ConditionExpression: undefined })).toEqual({ status: 200 });
  });

  it('lets a write land long after it was given up, when its condition may hold no more', async () => {
    const { ask, items, pass } = await struck('asker.write=lands-late:2');
    const other = { ...claim, Item: { orderId: { S: '2' } } };
    for (const write of [claim, other]) expect(await ask(write)).toMatchObject(late);
    expect(await ask({ ...claim, Item: { ...Key, by: { S: 'another' } } })).toEqual({ status: 200 });
    pass(hour - 1);
    expect(await items()).toEqual([{ ...Key, by: { S: 'another' } }]);
    pass(1);
    expect(await ask({ ...read, Key: other.Item })).toEqual({ status: 200, Item: other.Item });
    expect(await items()).toEqual(expect.arrayContaining([{ ...Key, by: { S: 'another' } }, other.Item]));
  });

  it.each([
    ['unavailable', { status: 503, __type: name('ServiceUnavailable') }],
    ['rate-limited', { status: 400, __type: name('ThrottlingException') }],
    ['timeout-before', late],
    ['cut-after', lost],
  ])('strikes the read of a stage, and as often as it says: %s', async (kind, answer) => {
    const { ask } = await struck(`asker.read=${kind}:2`);
    expect(await ask(claim)).toEqual({ status: 200 });
    for (const _ of [1, 2]) expect(await ask(read)).toMatchObject(answer);
    expect(await ask(read)).toEqual({ status: 200, Item: Key });
  });

  it('strikes for ever, until it is switched off', async () => {
    const { ask, switchboard } = await struck('asker.write=unavailable');
    for (const _ of [1, 2, 3]) expect(await ask(claim)).toMatchObject({ status: 503 });
    switchboard.clear();
    expect(await ask(claim)).toEqual({ status: 200 });
  });

  it('strikes no request of another stage, and none that no stage makes', async () => {
    const { ask, items, switchboard } = await struck();
    switchboard.set([
      {
        target: 'other',
        kind: 'unavailable',
        call: 'write',
        place: { layer: 'table', target: 'other', call: 'write' },
      },
    ]);
    expect(await ask(claim)).toEqual({ status: 200 });
    expect(await items()).toEqual([Key]);
    expect(switchboard.list()).toMatchObject([{ struck: 0 }]);
  });
});

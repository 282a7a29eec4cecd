import { createVirtualClock, type LambdaInvocation, TaskFailure } from '@order-workflow/asl-engine';
import { createSwitchboard, faults, parseInjectedFault } from '@order-workflow/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultAt } from '../../test/fault-at.ts';
import type { StageNote } from '../assembly/stage-note.ts';
import { type RunningWorkflow, startWorkflow } from '../orders/open-workflow.ts';
import { injectFunctionFaults } from './inject-function-fault.ts';

/** The errors as AWS documents them, and whether what the function does is done all the same. */
const known = [
  ['throttled', 'Lambda.TooManyRequestsException', 'not done'],
  ['service-exception', 'Lambda.ServiceException', 'not done'],
  ['aws-exception', 'Lambda.AWSLambdaException', 'done'],
  ['sdk-exception', 'Lambda.SdkClientException', 'done'],
  ['client-timeout', 'Lambda.ClientExecutionTimeoutException', 'done'],
  ['no-answer', 'States.Timeout', 'done'],
  ['out-of-memory', 'Lambda.Unknown', 'done'],
  ['killed', 'Runtime.ExitError', 'either'],
  ['defect', 'TypeError', 'done'],
  ['function-timeout-before', 'Sandbox.Timedout', 'not done'],
  ['function-timeout-after', 'Sandbox.Timedout', 'done'],
] as const;

const clock = createVirtualClock({ start: Date.now() });
const switchboard = createSwitchboard();
let workflow: RunningWorkflow;
let orders = 0;
beforeAll(async () => {
  workflow = await startWorkflow({ clock, switchboard, simulators: { clock }, virtualLimits: true });
});
afterAll(() => workflow.close());

/** Places an order whose payment is struck once, and says what the gateway had of it when the fault had struck. */
async function strikePayment(fault: string) {
  const orderId = `struck-${++orders}`;
  switchboard.set([faultAt(`payment=${fault}:1`)]);
  let charges: number | undefined;
  const { execution } = workflow.place(
    {
      orderId,
      customerEmail: 'test@example.com',
      items: [{ sku: 'SKU001', quantity: 1 }],
      paymentMethod: 'CreditCard',
    },
    {
      onEvent({ type }) {
        if (/^Task(Failed|TimedOut|Succeeded)$/.test(type) && switchboard.list()[0]?.struck === 1)
          charges ??= workflow.world?.gateway.ledger.charges(orderId).length;
      },
    },
  );
  await execution.result;
  const failure = execution.history().find(({ type }) => /^Task(Failed|TimedOut)$/.test(type));
  const details = failure?.['taskFailedEventDetails'] ?? failure?.['taskTimedOutEventDetails'];
  return { error: details?.['error'], charges, last: workflow.world?.gateway.ledger.charges(orderId) };
}

describe('each fault of an invocation', () => {
  it('is in this table', () => {
    const named = new Set<string>([...known.map(([fault]) => fault), 'invoked-twice']);
    expect(faults.filter(({ layers }) => layers.some((layer) => layer === 'lambda')).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...named]),
    );
    const lambda = faults.filter((kind) => (kind.layers as readonly string[]).includes('lambda'));
    expect(lambda).toHaveLength(named.size);
  });

  it.each(known)('%s is seen by Step Functions as %s, and the charge is %s', async (fault, error, effect) => {
    const struck = await strikePayment(fault);
    expect(struck.error).toBe(error);
    if (effect !== 'either') expect(struck.charges).toBe(effect === 'done' ? 1 : 0);
  });

  it('invoked-twice is no error at all, and charges once', async () => {
    const { error, last } = await strikePayment('invoked-twice');
    expect(error).toBeUndefined();
    expect(last).toMatchObject([{ status: 'charged' }]);
  });
});

const stages: Readonly<Record<string, StageNote>> = {
  ProcessPayment: { word: 'payment', faults: [] },
  AskStock: { word: 'stock', port: { name: 'catalog' }, faults: ['StockUnavailable'] },
};
const stageOf = (functionName: string) => stages[functionName];
const invocation = (functionName: string): LambdaInvocation =>
  ({ functionName, payload: {}, stateName: 'Any', clock, signal: new AbortController().signal }) as never;

describe(injectFunctionFaults, () => {
  const answer = { payload: 'done', executedVersion: '1', statusCode: 200 };
  const rejected = async () => {
    throw new TaskFailure('PaymentDeclined', '{}');
  };
  const struckBy = (fault: string, invoke: () => Promise<typeof answer>) => {
    const one = createSwitchboard();
    one.set([faultAt(fault)]);
    return injectFunctionFaults(one, stageOf, invoke)(invocation('ProcessPayment'));
  };

  // Found by reading: the rejection came through, so that a lost answer was not lost.
  it.each(known.filter(([, , effect]) => effect === 'done').filter(([fault]) => fault !== 'no-answer'))(
    '%s loses a rejection too: Step Functions sees %s',
    async (fault, error) => {
      await expect(struckBy(`payment=${fault}`, rejected)).rejects.toMatchObject({ error });
    },
  );

  // Found by the table of all faults: a function that took less than five milliseconds was not killed.
  it('kills a function even if it is quick, so that a fault does the same on every machine', async () => {
    await expect(struckBy('payment=killed', async () => answer)).rejects.toMatchObject({ error: 'Runtime.ExitError' });
  });

  it('runs a function twice, and takes the later answer', async () => {
    let runs = 0;
    const struck = struckBy('payment=invoked-twice', async () => ({ ...answer, payload: `run ${++runs}` }));
    expect(await struck).toMatchObject({ payload: 'run 2' });
  });

  it('lets through what no fault is aimed at', async () => {
    expect(await struckBy('refund=throttled', async () => answer)).toEqual(answer);
    const one = createSwitchboard();
    one.set([faultAt('payment=throttled')]);
    expect(await injectFunctionFaults(one, stageOf, async () => answer)(invocation('NoStage'))).toEqual(answer);
  });

  it('lets a stage whose port is down answer its own first fault', async () => {
    const one = createSwitchboard();
    one.set([parseInjectedFault('stock=down', [{ name: 'stock', layers: ['catalog', 'lambda'] }])]);
    const struck = injectFunctionFaults(one, stageOf, async () => answer)(invocation('AskStock'));
    await expect(struck).rejects.toMatchObject({ error: 'StockUnavailable' });
  });

  it('strikes as often as it was asked to', async () => {
    const one = createSwitchboard();
    one.set([faultAt('payment=throttled:2')]);
    const invoke = injectFunctionFaults(one, stageOf, async () => answer);
    const fate = async () => {
      const [result] = await Promise.allSettled([invoke(invocation('ProcessPayment'))]);
      return result.status;
    };
    expect([await fate(), await fate(), await fate()]).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});

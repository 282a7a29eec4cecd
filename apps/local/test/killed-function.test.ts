import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import { brokenFunctions } from './broken-functions.ts';
import { runScenario } from './run-scenario.ts';

const functions = brokenFunctions();
let workflow: RunningWorkflow;
beforeAll(async () => {
  workflow = await startWorkflow({ seed: 1, virtualLimits: true, aroundInvocation: functions.around });
});
afterAll(() => workflow.close());

describe('a function that is killed once (Runtime.ExitError)', () => {
  it.each([
    ['ValidateOrder', 'Validate Order'],
    ['ProcessPayment', 'Process Payment'],
    ['ShipOrder', 'Ship Order'],
    ['NotifyCustomer', 'Notify Customer'],
  ])('is tried again, and the order is fulfilled: %s', async (functionName, state) => {
    functions.break(functionName, 'Runtime.ExitError', 1);
    const fate = await runScenario(workflow, anOrder().with({ orderId: functionName }).build());
    expect(fate).toMatchObject({
      outcome: 'fulfilled',
      states: ['Validate Order', 'Process Payment', 'Ship Order', 'Notify Customer'],
      record: { notification: { status: 'published' } },
      tries: { [state]: 2 },
    });
  });
});

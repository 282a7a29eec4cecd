import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { fault } from '@order-workflow/stage-kit';
import { validateOrder } from '@order-workflow/validate';

import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { receive, unawaitedPayments } from '../src/composition/workflow.ts';
import { definitionOf, type StateMachineDefinition } from '../src/diagram/state-machine-definition.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { cutPatience } from '../src/policy/cut-patience.ts';
import { executionTimeoutSeconds, longestRun } from '../src/policy/longest-run.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { workflowType } from '../src/policy/workflow-type.ts';
import { aStage } from './a-stage.ts';
import { definition, template as standard, synthesize, express as template } from './synthesized.ts';
import { uncheckedApp } from './unchecked-app.ts';

const express = template && definitionOf(template.toJSON());
class Late extends fault('Late') {}

/** The stages of this repository, without those that a team has put in between. */
const shipped = receive(validateOrder)
  .next(processPayment, { undo: refundPayment })
  .next(shipOrder, { undo: cancelShipment })
  .tell(notifyCustomer);

/** A definition without anything that says how long it may take. */
function timeless(value: unknown): unknown {
  const times = ['TimeoutSeconds', 'IntervalSeconds', 'BackoffRate', 'MaxDelaySeconds', 'MaxAttempts'];
  return JSON.parse(JSON.stringify(value, (key, inner) => (times.includes(key) ? undefined : inner)));
}

describe('the workflow as Express', () => {
  it.runIf(template)('is the same definition but for the times, and for what Express has no time to wait for', () => {
    template?.hasResourceProperties('AWS::StepFunctions::StateMachine', { StateMachineType: 'EXPRESS' });
    if (!express) return;
    const waiting = new Set(['Await Payment', 'Announce Refund', 'Await Refund']);
    expect(Object.keys(express.States)).toEqual(Object.keys(definition.States).filter((name) => !waiting.has(name)));
    // What is awaited elsewhere is retried here, as any other fault.
    const awaiting = /,?"(PaymentPending|RefundUnsettled)"/g;
    const comparable = (one: StateMachineDefinition) =>
      Object.entries(one.States)
        .filter(([name]) => !waiting.has(name))
        .map(([name, { Catch = [], ...state }]) => {
          const caught = Catch.filter(({ Next }) => !waiting.has(Next));
          const text = JSON.stringify(timeless({ ...state, Catch: caught }));
          return [name, text.replaceAll(awaiting, '')];
        });
    expect(comparable(express)).toEqual(comparable(definition));
    expect(JSON.stringify(express.States['Process Payment'])).toContain('"PaymentPending"');
    expect(express).not.toEqual(definition);
  });

  it('ends by itself before Express would cut it off after five minutes', () => {
    const plan = planWorkflow(shipped, { awaiting: false });
    expect(executionTimeoutSeconds(plan, timeLimits.EXPRESS)).toBe(300);
    expect(longestRun(plan, timeLimits.EXPRESS)).toBeLessThan(300);
  });

  it('is refused at synthesis when stages are added that take longer together, and not before', () => {
    const fits = longestRun(planWorkflow(orderWorkflow, { awaiting: false }), timeLimits.EXPRESS) < 300;
    const synthesized = expect(() => synthesize({ type: 'EXPRESS' }));
    if (fits) synthesized.not.toThrow();
    else synthesized.toThrow('give stages less time, or use STANDARD');
  });

  it('says, state by state, what is left of the patience that was asked for', () => {
    const plan = planWorkflow(shipped);
    expect(cutPatience(plan, timeLimits.EXPRESS)).toEqual(
      expect.arrayContaining([
        'Process Payment is retried for 1 s instead of 60 s',
        'Ship Order is retried for 2 s instead of 21600 s',
        'Await Payment is left out: nothing is waited for there, instead of for 432000 s',
        'Refund Payment is retried for 2 s instead of 1209600 s',
      ]),
    );
    expect(cutPatience(plan, timeLimits.STANDARD)).toEqual([]);
  });

  it.runIf(template)(
    'has orders rejected that are paid in a way which may be pending for days, and Standard none',
    () => {
      const rejects = (of: typeof standard) => {
        const functions = Object.values(of.findResources('AWS::Lambda::Function'));
        return functions.flatMap(
          ({ Properties: { Environment } }) => Environment?.Variables?.UNAWAITED_PAYMENT_METHODS ?? [],
        );
      };
      expect(template && rejects(template)).toEqual(['BankTransfer']);
      expect(rejects(standard)).toEqual([]);
    },
  );

  it('takes what is pending for days from the manifests of all stages that wait, each way to pay once', () => {
    const awaits = { fault: Late, stateName: 'Await It' } as const;
    const vouchers = aStage('vouch', { awaits: { ...awaits, paymentMethods: ['PayPal', 'BankTransfer'] } });
    const steps = [{ stage: validateOrder }, { stage: processPayment }, { stage: vouchers }, { stage: shipOrder }];
    expect(unawaitedPayments({ steps, notice: notifyCustomer })).toEqual(['BankTransfer', 'PayPal']);
  });

  it.runIf(template)('prints that at its synthesis', () => {
    const stack = new OrderWorkflowStack(uncheckedApp(), 'Express', { type: 'EXPRESS' });
    const infos = Annotations.fromStack(stack).findInfo('*', Match.stringLikeRegexp('Ship Order is retried for 2 s'));
    expect(infos).toHaveLength(1);
  });

  it('is refused where its stages take longer together than Express gives', () => {
    const slow = planWorkflow({ steps: [{ stage: aStage('check', { timeoutSeconds: 140 }) }], notice: aStage('tell') });
    expect(() => executionTimeoutSeconds(slow, timeLimits.EXPRESS)).toThrow('expected less than 300');
    expect(executionTimeoutSeconds(slow, timeLimits.STANDARD)).toBeGreaterThan(3600);
  });
});

describe(workflowType, () => {
  it('is Standard unless given, and nothing but the two', () => {
    expect([workflowType(), workflowType('EXPRESS')]).toEqual(['STANDARD', 'EXPRESS']);
    expect(() => workflowType('express')).toThrow(
      'context workflowType: given "express", expected STANDARD or EXPRESS',
    );
  });
});

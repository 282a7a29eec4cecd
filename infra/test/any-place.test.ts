import { Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { stagesOf } from '../src/composition/workflow.ts';
import {
  definitionOf,
  type StateDefinition,
  type StateMachineDefinition,
} from '../src/diagram/state-machine-definition.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { aReadyStage } from './a-ready-stage.ts';
import { compileSentences } from './compile-sentences.ts';
import { firstFour } from './first-four.ts';
import { type Place, places, undoneForSeconds, withGifts } from './gifts-at-any-place.ts';
import { uncheckedApp } from './unchecked-app.ts';

/**
 * A stage of a team's own may stand at each place of the sentence, with an undo or without: the compiler, the composition and the rules
 * of cdk-nag have nothing against it. What a team sees of one is tried by .ci/new-stage.
 */

const { notice } = firstFour;

function synthesized(place: Place): StateMachineDefinition {
  const app = uncheckedApp();
  const stack = new OrderWorkflowStack(app, 'OrderWorkflow', { workflow: withGifts(place) });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
  return definitionOf(Template.fromStack(stack).toJSON());
}

/** Where a state leads that fails by whatever it is. */
function atLast(state: StateDefinition | undefined): string | undefined {
  return state?.Catch?.findLast(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'))?.Next;
}

/** The tasks of an order that goes well, or that fails at a state as at last one does: each undo on its way. */
function way({ States, StartAt }: StateMachineDefinition, failing?: string): readonly string[] {
  const passed: string[] = [];
  let failed = false;
  for (let name: string | undefined = StartAt; name !== undefined; ) {
    const state: StateDefinition | undefined = States[name];
    if (state?.Type === 'Task') passed.push(name);
    const fails: boolean = name === failing && !failed;
    failed ||= fails;
    name = fails ? atLast(state) : (state?.Next ?? state?.Default);
  }
  return passed;
}

const sentences = places.map(({ index, undone }) => {
  const gift = `.next(wrapGift${undone ? ', { undo: unwrapGift }' : ''})`;
  const parts = ['.next(processPayment, { undo: refundPayment })', '.next(shipOrder, { undo: cancelShipment })'];
  return `receive(validateOrder)${parts.toSpliced(index - 1, 0, gift).join('')}.tell(notifyCustomer);`;
});
const stages = `
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
const facts = { functionName: 'F', bundle: 'b', faults: [], patienceSeconds: 60, timeoutSeconds: 10, memoryMb: 128 } as const;
const needs = z.object({ order: z.object({ orderId: z.string() }), validation: z.object({ weight: z.number() }) });
const wrapGift = defineStage({ ...facts, key: 'gifts', stateName: 'Wrap Gift', needs, receipt: z.object({ reference: z.string() }) });
const given = z.object({ gifts: z.optional(z.object({ reference: z.string() })) });
const unwrapGift = defineStage({ ...facts, key: 'ungift', stateName: 'Unwrap Gift', needs: given, receipt: z.object({ status: z.string() }) });
`;
const found = compileSentences(sentences.map((sentence) => stages + sentence));

describe.each(places.map((place, number) => ({ ...place, number })))(
  'a stage between $between (with an undo: $undone)',
  ({ number, ...place }) => {
    it('is taken by the compiler', () => {
      expect(found[number]).toEqual([]);
    });

    it('is on the way of an order that goes well, and on the way back of one that fails after it', () => {
      const definition = synthesized(place);
      const forward = withGifts(place).steps.map(({ stage }) => stage.stateName);
      expect(way(definition)).toEqual([...forward, notice.stateName]);
      for (const [at, failing] of forward.entries()) {
        if (at === 0) continue;
        const undos = withGifts(place)
          .steps.slice(0, at + 1)
          .toReversed()
          .flatMap(({ undo }) => undo?.stateName ?? []);
        const passed = forward.slice(0, at + 1);
        // Where nothing is held yet, the execution fails there, and a redrive goes on.
        expect(way(definition, failing)).toEqual(undos.length === 0 ? passed : [...passed, ...undos, notice.stateName]);
      }
    });
  },
);

it('stands beside those of three other teams, each with an undo: in one history, and under alarms of ten metrics at most', () => {
  const teams = [1, 2, 3, 4].map((team) => ({
    stage: aReadyStage(`gifts${team}`),
    undo: aReadyStage(`ungift${team}`, { patienceSeconds: undoneForSeconds }),
  }));
  const steps = firstFour.steps.flatMap((step, index) => [step, ...(index === 0 ? teams.slice(1) : [])]);
  const workflow = { steps: [...steps, ...teams.slice(0, 1)], notice };
  const template = Template.fromStack(new OrderWorkflowStack(uncheckedApp(), 'OrderWorkflow', { workflow }));
  const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm'));
  for (const name of ['OrderWaits', 'FunctionsThrottled']) {
    const metrics = alarms
      .filter(([id]) => id.startsWith(`Watch${name}`))
      .map(([, { Properties }]) => Properties.Metrics);
    expect(metrics.map(({ length }) => length - 1)).toEqual([10, 5]);
    const watched = JSON.stringify(metrics);
    for (const { functionName } of stagesOf(workflow)) expect(watched).toContain(functionName);
  }
});

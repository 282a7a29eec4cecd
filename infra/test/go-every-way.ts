import { TaskFailure, testMachine } from '@order-workflow/asl-engine/testing';
import { Template } from 'aws-cdk-lib/assertions';
import type { PlannedState, StagePlan } from '../src/composition/planned-state.ts';
import type { CompleteWorkflow } from '../src/composition/workflow.ts';
import {
  definitionOf,
  type MachinePurpose,
  type StateMachineDefinition,
} from '../src/diagram/state-machine-definition.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { uncheckedApp } from './unchecked-app.ts';

/** What a stage does where it has a choice, in the order in which the ways are tried. */
type Doing = 'done' | 'rejected' | 'broken' | 'awaited' | 'stands';

/** Of each choice on the way: which was taken, and of how many. */
interface Taken {
  readonly state: string;
  readonly doing: Doing;
  readonly of: number;
}

/** How an execution ended, and what is held then. */
export interface Ended {
  readonly way: string;
  readonly states: readonly string[];
  readonly held: readonly string[];
  readonly status: string;
  readonly output: { readonly outcome?: string; readonly failure?: { readonly stage: string } } | undefined;
}

/** A definition whose functions are called after its states. */
export function runnable(workflow: CompleteWorkflow, purpose: MachinePurpose): StateMachineDefinition {
  const stack = new OrderWorkflowStack(uncheckedApp(), 'OrderWorkflow', { workflow });
  const definition = definitionOf(Template.fromStack(stack).toJSON(), purpose);
  const named = Object.entries(definition.States).map(([name, state]) => {
    const { FunctionName, ...others } = state.Arguments ?? {};
    const called = FunctionName === undefined ? others : { ...others, FunctionName: slug(name) };
    // The partition is a reference in the template.
    const Resource = state.Resource?.replace('arn:?:', 'arn:aws:');
    return [name, state.Type === 'Task' ? { ...state, Resource, Arguments: called } : state];
  });
  return { ...definition, States: Object.fromEntries(named) };
}

const { takeOver } = orderCancellation;
const slug = (name: string) => name.replaceAll(' ', '-');
/** More choices than any way has that does not go round. */
const most = 14;

/** What may come of a state. An undo that does not succeed, and a notice, lead nowhere else. */
function doingsOf({ name, stage }: StagePlan, { steps, notice }: CompleteWorkflow): readonly Doing[] {
  if (stage === takeOver || stage === notice) return ['done'];
  const waits: readonly Doing[] = stage.awaits && name === stage.stateName ? ['awaited'] : [];
  if (steps.some(({ undo }) => undo === stage))
    return ['done', ...(stage.mayStand ? (['stands'] as const) : []), ...waits];
  return ['done', ...(stage.rejections.length > 0 ? (['rejected'] as const) : []), 'broken', ...waits];
}

/** Goes every way through a definition; what is held at first is so, and what is broken may hold what it was to. */
export async function everyWay(
  definition: object,
  plan: readonly PlannedState[],
  workflow: CompleteWorkflow,
  holding: readonly string[] = [],
): Promise<readonly Ended[]> {
  const undoes = new Map(workflow.steps.flatMap(({ stage, undo }) => (undo ? [[undo, stage] as const] : [])));
  const effects = new Set([...undoes.values()]);
  let taken: Taken[] = [];
  let before: readonly number[] = [];
  let held = new Set<string>();

  function choose(state: string, doings: readonly Doing[]): Doing {
    const doing = doings[before[taken.length] ?? 0] ?? 'done';
    taken.push({ state, doing, of: taken.length < most ? doings.length : 1 });
    return doing;
  }
  function act(planned: StagePlan): unknown {
    const { stage } = planned;
    const undone = undoes.get(stage);
    const doing = choose(planned.name, doingsOf(planned, workflow));
    if (doing === 'rejected') throw new TaskFailure(stage.rejections[0]?.errorName ?? '', '{}');
    if (doing === 'awaited') throw new TaskFailure(stage.awaits?.fault.errorName ?? '', '{}');
    if (effects.has(stage)) held.add(stage.key);
    if (doing === 'broken') throw new TaskFailure('Broken', '{}');
    if (doing === 'stands') return { status: 'stands', standing: { of: stage.mayStand } };
    if (undone) held.delete(undone.key);
    return stage === takeOver ? { record: { order: {}, validation: {} }, worker: 'a:b' } : {};
  }
  const stages = plan.flatMap((planned) => (planned.kind === 'stage' ? [planned] : []));
  const lambdas = Object.fromEntries(stages.map((planned) => [slug(planned.name), () => act(planned)]));
  const machine = testMachine(definition, {
    lambdas,
    integrations: { 'sqs:sendMessage': () => ({}), 'aws-sdk:sfn:stopExecution': () => ({}) },
  });
  const ended: Ended[] = [];
  for (;;) {
    taken = [];
    held = new Set(holding);
    const { status, output, states } = await machine.run({ orderId: '1' });
    const way = taken.map(({ state, doing }) => `${state} ${doing}`).join(', ');
    ended.push({ way, states, held: [...held].toSorted(), status, output: output as Ended['output'] });
    // The next way: the last choice that has another one takes it.
    const last = taken.findLastIndex(({ of }, at) => (before[at] ?? 0) + 1 < of);
    if (last < 0) return ended;
    before = taken.slice(0, last + 1).map((_, at) => (before[at] ?? 0) + (at === last ? 1 : 0));
  }
}

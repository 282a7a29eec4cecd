import type { RejectionClass, StageFacts } from '@order-workflow/stage-kit';
import { assertCancellable } from './assert-cancellable.ts';
import { nextStates } from './next-states.ts';
import { catchNotOwned, nearestUndo, planStates } from './plan.ts';
import type { PlannedState, StagePlan } from './planned-state.ts';
import { openById, openDuplicate, openEmpty, openedRecordAndExecution, openStored } from './record-expressions.ts';
import { patienceOf } from './stage-patience.ts';
import type { CompleteWorkflow } from './workflow.ts';

/** With what a cancellation begins. */
export interface CancellationSentence {
  /** The stage that takes the order over, and leaves the stored record. */
  readonly takeOver: StageFacts;
  /** Its answer where no execution has come of the order, which is left cancelled. */
  readonly notPlaced: RejectionClass;
  /** Its answer where the order was found wrong before anything was done for it. */
  readonly neverAccepted: RejectionClass;
}

/** The error under which an execution ends that its cancellation stopped. */
export const stoppedByCancellation = 'OrderCancelled';

const placed = 'Nothing To Cancel';

/** Whether orders of a workflow have owners, in a table: only then can one be taken over. */
export function isCancellable({ steps, notice }: CompleteWorkflow): boolean {
  const owns = ({ notOwned, access }: StageFacts) => notOwned !== undefined && access.table !== undefined;
  return steps[0] !== undefined && owns(steps[0].stage) && owns(notice);
}

/**
 * The states by which an order of the workflow is cancelled: it is taken over, whatever works on it is stopped, and the undos run
 * in reverse order, on the record that the order store has, as far as one whose effect stands; then the customer is told. What no
 * undo leads to is not part of it.
 *
 * @param waitSeconds how long an execution of the workflow can last, where it cannot be stopped
 * @throws TypeError that names the stage which cannot run on the stored record alone
 */
export function planCancellation(
  workflow: CompleteWorkflow,
  cancellation: CancellationSentence,
  waitSeconds?: number,
): readonly PlannedState[] {
  assertCancellable(workflow, cancellation.takeOver);
  const { steps, notice } = workflow;
  const undos = (nearestUndo(steps, steps.length - 1) ?? notice).stateName;
  const stop: PlannedState =
    waitSeconds === undefined
      ? { kind: 'stop', name: 'Stop Execution', ...stopped(cancellation.takeOver.key), next: undos }
      : { kind: 'wait', name: 'Wait For Execution', seconds: waitSeconds, next: undos };
  const states = planStates(workflow, { placed, undone: 'cancelled' });
  const reached = reachedFrom(undos, states);
  const ended = states.filter(({ kind }) => kind === 'placed');
  return [
    planTakeOver(cancellation, stop.name, notice),
    stop,
    ...states.filter((state) => reached.has(state.name) && state.kind !== 'placed'),
    ...ended,
  ];
}

function planTakeOver(
  { takeOver, notPlaced, neverAccepted }: CancellationSentence,
  next: string,
  notice: StageFacts,
): StagePlan {
  const { key, stateName, rejections, rejectedAs = 'rejected' } = takeOver;
  const unreadable = rejections.filter((one) => one !== notPlaced && one !== neverAccepted);
  const cancelled = (answer: RejectionClass, to: string) =>
    ({ errors: [answer.errorName], output: openById(key, 'cancelled'), next: to, outcome: 'cancelled' }) as const;
  return {
    kind: 'stage',
    name: stateName,
    stage: takeOver,
    payload: openedRecordAndExecution,
    ...patienceOf(takeOver),
    output: openStored(key, 'cancelled'),
    next,
    catches: [
      cancelled(neverAccepted, notice.stateName),
      cancelled(notPlaced, placed),
      ...unreadable.map(({ errorName }) => ({
        errors: [errorName],
        output: openEmpty(key, rejectedAs),
        next: placed,
        outcome: rejectedAs,
      })),
      ...catchNotOwned(takeOver, openDuplicate(key), placed),
    ],
  };
}

/** Executions are stopped by their names, at this workflow's own machine: what ran elsewhere is not there to be stopped. */
function stopped(key: string) {
  return {
    execution: `$split($states.input.${key}.worker, ":")[-1]`,
    error: stoppedByCancellation,
    cause: '"The order is cancelled by execution " & $states.context.Execution.Id',
  };
}

function reachedFrom(start: string, states: readonly PlannedState[]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) {
    const state = states.find((one) => one.name === name);
    for (const next of state ? nextStates(state) : []) reached.add(next);
  }
  return reached;
}

import type { Outcome } from '@order-workflow/order-domain';
import type { AwaitedFault, StageFacts } from '@order-workflow/stage-kit';
import { assertComposable } from './assert-composable.ts';
import { planStanding, standingBeforeName, standingName, standsBeforeOthers } from './plan-standing.ts';
import type { ParkPlan, PlannedCatch, PlannedState, StagePlan } from './planned-state.ts';
import {
  addReceipt,
  announcedRecord,
  noteFailure,
  noteOnItsWay,
  noteParked,
  noteUndelivered,
  openDuplicate,
  openedRecordAndExecution,
  openWithFailure,
  openWithReceipt,
  recordAndExecution,
  recordAsItIs,
  recordAsText,
} from './record-expressions.ts';
import { patienceOf } from './stage-patience.ts';
import { type CompleteWorkflow, type Step, stagesOf } from './workflow.ts';

interface PlanOptions {
  /** Whether what stages await is waited for in states of its own; where an execution may not last for days, it is a fault as any other. */
  readonly awaiting?: boolean;
}

/** Every state of a workflow with its ways out; the first is where the execution starts. */
export function planWorkflow(
  workflow: CompleteWorkflow,
  { awaiting = true }: PlanOptions = {},
): readonly PlannedState[] {
  assertComposable(workflow);
  return planStates(workflow, { placed: 'Order Already Placed', awaiting });
}

/** What a state machine calls how orders end in it. */
export interface Endings extends PlanOptions {
  /** The state in which an execution ends whose order is another's. */
  readonly placed: string;
  /** What becomes of an order that is undone, whatever its stages say; as they say, or `refunded`, unless given. */
  readonly undone?: Outcome;
}

/** The states of a workflow that was found composable. */
export function planStates(workflow: CompleteWorkflow, endings: Endings): readonly PlannedState[] {
  const { steps, notice } = workflow;
  const { placed } = endings;
  return [
    ...steps.flatMap((_, index) => planStage(workflow, index, endings)),
    ...steps.toReversed().flatMap((step, index) => planUndo(workflow, step, steps.length - 1 - index, endings)),
    planNotice(notice, placed),
    planPark(notice),
    ...(stagesOf(workflow).some(({ notOwned }) => notOwned) ? [{ kind: 'placed', name: placed } as const] : []),
  ];
}

/**
 * An undo is tried for longer than a gateway answers a key as it did before: some replay their own 500 for a day
 * (https://docs.stripe.com/api/idempotent_requests).
 */
const leastSeconds = 25 * 60 * 60;
const parkName = 'Park Notice';

/** A stage; and behind it, where it awaits something, the state in which that is waited for, by the same function. */
function planStage(workflow: CompleteWorkflow, index: number, endings: Endings): readonly StagePlan[] {
  const { steps, notice } = workflow;
  const { awaiting = true, placed, undone = 'refunded', undone: always } = endings;
  const { stage, undo } = stepAt(steps, index);
  const awaits = awaiting ? stage.awaits : undefined;
  const first = index === 0;
  const before = wayBack(workflow, index - 1, endings);
  const undoBefore = before ?? notice.stateName;
  const note = (outcome: Outcome) => (first ? openWithFailure(stage, outcome) : noteFailure(stage.key, outcome));
  const rejected = stage.rejections.map(({ errorName }) => errorName);
  const rejectedAs = stage.rejectedAs && (always ?? stage.rejectedAs);
  const undoOfFailure = undo?.stateName ?? before;
  const catches: readonly PlannedCatch[] = [
    ...(rejected.length > 0 && rejectedAs
      ? [{ errors: rejected, output: note(rejectedAs), next: undoBefore, outcome: rejectedAs }]
      : []),
    ...catchNotOwned(stage, openDuplicate(stage.key), placed),
    ...(undoOfFailure ? [{ errors: ['States.ALL'], output: noteFailure(stage.key, undone), next: undoOfFailure }] : []),
  ];
  const state = {
    kind: 'stage',
    name: stage.stateName,
    stage,
    payload: first ? openedRecordAndExecution : recordAndExecution,
    output: first ? openWithReceipt(stage.key) : addReceipt(stage.key, outcomeAfter(steps, index)),
    ...patienceOf(stage, { without: awaits?.fault }),
    next: (steps[index + 1]?.stage ?? notice).stateName,
    catches,
  } as const;
  if (!awaits) return [state];
  return [
    catchPending(state, awaits, recordAsItIs, awaits.stateName),
    { ...state, name: awaits.stateName, ...patienceOf(stage), awaits: true },
  ];
}

/**
 * An undo, the states in which it is announced and waited for, and the choice after it where its effect may stand. No undo is
 * ever skipped: none has a Catch, but for what it awaits, and whatever comes of that leads to where it is waited for.
 */
function planUndo(
  workflow: CompleteWorkflow,
  { undo }: Step,
  index: number,
  endings: Endings,
): readonly PlannedState[] {
  if (!undo) return [];
  const { notice } = workflow;
  const { mayStand } = undo;
  const awaits = (endings.awaiting ?? true) ? undo.awaits : undefined;
  const back = wayBack(workflow, index - 1, endings) ?? notice.stateName;
  const state = {
    kind: 'stage',
    name: undo.stateName,
    stage: undo,
    payload: recordAndExecution,
    output: addReceipt(undo.key),
    ...patienceOf(undo, { without: awaits?.fault, leastSeconds }),
    next: mayStand === undefined ? back : standingName(mayStand),
    catches: [],
  } as const;
  const announcing = mayEndOtherwise(workflow, index) ? undefined : awaits?.announcedIn;
  return [
    awaits ? catchPending(state, awaits, noteOnItsWay(undo.key), announcing ?? awaits.stateName) : state,
    ...(awaits && announcing !== undefined ? [planAnnouncement(notice, undo.key, announcing, awaits.stateName)] : []),
    ...(awaits
      ? [{ ...state, name: awaits.stateName, ...patienceOf(undo, { leastSeconds }), awaits: true } as const]
      : []),
    ...planStanding({ workflow, index, undo, back, goesOn: goesOn(endings) }),
  ];
}

/** Whether something may be found standing yet, once everything behind this step is undone: then the order ends fulfilled after all. */
function mayEndOtherwise({ steps }: CompleteWorkflow, index: number): boolean {
  return steps.slice(0, index + 1).some(({ undo }) => undo?.mayStand !== undefined);
}

/** The state, and first of all what it catches as not done yet. */
function catchPending(state: StagePlan, { fault }: AwaitedFault, output: string, next: string): StagePlan {
  return { ...state, catches: [{ errors: [fault.errorName], output, next }, ...state.catches] };
}

/** The customer is told before the end, which comes at the notice alone. What cannot be told now is told then. */
function planAnnouncement(notice: StageFacts, undoKey: string, name: string, next: string): StagePlan {
  return {
    kind: 'stage',
    name,
    stage: notice,
    payload: announcedRecord(undoKey),
    output: addReceipt(notice.key),
    ...patienceOf(notice, { without: notice.ofEnds }),
    next,
    catches: [{ errors: ['States.ALL'], output: recordAsItIs, next }],
  };
}

function planNotice(notice: StageFacts, placed: string): StagePlan {
  return {
    kind: 'stage',
    name: notice.stateName,
    stage: notice,
    payload: recordAndExecution,
    output: addReceipt(notice.key),
    ...patienceOf(notice),
    catches: [
      ...catchNotOwned(notice, noteFailure(notice.key, 'duplicate'), placed),
      { errors: ['States.ALL'], output: noteUndelivered(notice.key), next: parkName },
    ],
  };
}

/** A business answer that says whose the order is ends the execution. */
export function catchNotOwned({ notOwned }: StageFacts, output: string, placed: string): readonly PlannedCatch[] {
  return notOwned ? [{ errors: [notOwned.errorName], output, next: placed, outcome: 'duplicate' }] : [];
}

function planPark(notice: StageFacts): ParkPlan {
  return { kind: 'park', name: parkName, messageBody: recordAsText, output: noteParked(notice.key) };
}

/** The undo that runs first when everything up to this step must be undone. */
export function nearestUndo(steps: readonly Step[], index: number): StageFacts | undefined {
  return steps.slice(0, index + 1).findLast(({ undo }) => undo)?.undo;
}

/** The state from which everything up to this step is undone; none where there is nothing to undo. */
function wayBack(workflow: CompleteWorkflow, before: number, endings: Endings): string | undefined {
  const index = workflow.steps.findLastIndex(({ undo }, place) => place <= before && undo);
  const undo = workflow.steps[index]?.undo;
  if (undo?.mayStand === undefined) return undo?.stateName;
  const already = standsBeforeOthers({ workflow, index, undo, goesOn: goesOn(endings) });
  return already ? standingBeforeName(undo.mayStand) : undo.stateName;
}

/** Where all is undone, whatever stands, nothing more is begun. */
function goesOn({ undone }: Endings): boolean {
  return undone === undefined;
}

/** The last stage before the notice decides that the order is fulfilled. */
function outcomeAfter(steps: readonly Step[], index: number): Outcome | undefined {
  return index === steps.length - 1 ? 'fulfilled' : undefined;
}

function stepAt(steps: readonly Step[], index: number): Step {
  const step = steps[index];
  if (!step) throw new RangeError(`the workflow has no step ${index}`);
  return step;
}

import type { Outcome } from '@order-workflow/order-domain';
import type { StageFacts } from '@order-workflow/stage-kit';
import { planWorkflow } from '../composition/plan.ts';
import type { PlannedState, StagePlan } from '../composition/planned-state.ts';
import type { CompleteWorkflow } from '../composition/workflow.ts';
import { retryOf } from '../policy/longest-run.ts';
import { allWaits } from '../policy/retry-policies.ts';
import type { TimeLimits } from '../policy/time-limits.ts';

/** A state at which something can fail, and all that comes of it. */
export interface SagaLine {
  readonly state: string;
  /** How often it is tried before it is given up. */
  readonly tries: number;
  /** Seconds before it is given up, at least. */
  readonly seconds: number;
  /** The business answers that are caught: the stage did nothing, so the undos before its own run. */
  readonly rejections: readonly { readonly error: string; readonly outcome: Outcome; readonly next: string }[];
  /** What is not done yet and is waited for elsewhere: the fault that says so, and the state after it. */
  readonly awaits?: { readonly error: string; readonly next: string };
  /** Of an undo that finds the effect standing: the receipt that stands, and the states with which the order goes forward: where its own stage had failed, and where a later one. */
  readonly stands?: { readonly receipt: string; readonly next: readonly string[] };
  /** The state after any other failure once its tries are spent; the execution is FAILED where there is none. */
  readonly failure?: string;
  /** The stage that undoes it. */
  readonly undo?: string;
  /** Of an undo: the state after it. */
  readonly onwards?: string;
}

/**
 * The saga of a workflow: what it does when something fails, a line each state, in the order of the plan.
 *
 * @param plan of the workflow unless given, as that of its cancellation
 */
export function sagaOf(
  workflow: CompleteWorkflow,
  limits: TimeLimits,
  plan: readonly PlannedState[] = planWorkflow(workflow),
): readonly SagaLine[] {
  return plan.flatMap((planned) => {
    const policy = retryOf(planned, limits);
    if (policy === undefined) return [];
    const retried = { state: planned.name, tries: policy.maxAttempts + 1, seconds: allWaits(policy) };
    return [{ ...retried, ...(planned.kind === 'stage' ? waysOf(planned, plan, workflow) : { rejections: [] }) }];
  });
}

function waysOf(planned: StagePlan, plan: readonly PlannedState[], { steps }: CompleteWorkflow) {
  const { stage, catches } = planned;
  const undo = steps.find((step) => step.stage === stage)?.undo?.stateName;
  const failure = catches.find(({ errors }) => errors.includes('States.ALL'))?.next;
  const pending = catches.find(({ errors: [error] }) => error === stage.awaits?.fault.errorName);
  return {
    ...(pending && { awaits: { error: pending.errors.join(), next: pending.next } }),
    rejections: catches.flatMap(({ errors, next, outcome }) =>
      outcome === undefined ? [] : errors.map((error) => ({ error, outcome, next })),
    ),
    ...(failure !== undefined && { failure }),
    ...(undo !== undefined && { undo }),
    ...(steps.some((step) => step.undo === stage) && afterUndo(planned, stage, plan)),
  };
}

/** Where an undo leads: straight on, or by a choice where what it undoes may stand. */
function afterUndo({ next }: StagePlan, { mayStand }: StageFacts, plan: readonly PlannedState[]) {
  const choice = plan.find((other) => other.name === next);
  if (choice?.kind !== 'standing' || mayStand === undefined) return next === undefined ? {} : { onwards: next };
  return { stands: { receipt: mayStand, next: choice.forward.map((way) => way.next) }, onwards: choice.otherwise };
}

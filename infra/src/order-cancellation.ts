import { OrderNeverAccepted, OrderNotPlaced, takeOrderOver } from '@order-workflow/cancel';
import { type CancellationSentence, isCancellable, planCancellation } from './composition/plan-cancellation.ts';
import type { PlannedState } from './composition/planned-state.ts';
import type { CompleteWorkflow } from './composition/workflow.ts';
import { timeLimits } from './policy/time-limits.ts';
import type { WorkflowType } from './policy/workflow-type.ts';

/** With what each cancellation of an order begins, whatever the workflow's sentence says. */
export const orderCancellation: CancellationSentence = {
  takeOver: takeOrderOver,
  notPlaced: OrderNotPlaced,
  neverAccepted: OrderNeverAccepted,
};

/** How orders of a workflow are cancelled. None where orders have no owners: nobody could take one over. */
export function cancellationOf(workflow: CompleteWorkflow, type: WorkflowType): readonly PlannedState[] {
  if (!isCancellable(workflow)) return [];
  return planCancellation(workflow, orderCancellation, timeLimits[type].executionSeconds);
}

import type { Clock } from '@order-workflow/asl-engine';
import { ExecutionAlreadyExists } from '../orders/execution-already-exists.ts';
import { type ExecutionReport, reportExecution, reportRefusal } from '../orders/execution-report.ts';
import type { PlacedOrder } from '../orders/open-workflow.ts';
import type { GivenOrder } from '../orders/read-orders.ts';
import type { Workflow } from '../orders/start-workflow.ts';

/** Places an order and reports how it ended. An order that cannot begin is reported too. */
export async function placeReported(workflow: Workflow, given: GivenOrder, clock: Clock): Promise<ExecutionReport> {
  if ('problem' in given) return reportRefusal(given.problem.name, given.problem.message);
  let placed: PlacedOrder;
  try {
    placed = workflow.place(given.order, { clock });
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return reportRefusal(error.name, error.message);
    throw error;
  }
  const { executionArn, execution } = placed;
  return reportExecution(executionArn, await execution.result, execution.history());
}

import type { Clock } from '@order-workflow/asl-engine';
import { ExecutionAlreadyExists } from '../orders/execution-already-exists.ts';
import { exitCodeOf, exitCodes } from '../orders/exit-codes.ts';
import type { Workflow } from '../orders/start-workflow.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { showExecution } from '../show/show-execution.ts';

/** Places one order and shows its way through the workflow, the customer's message and how it ended. Gives the exit code. */
export async function placeShown(
  workflow: Workflow,
  order: unknown,
  clock: Clock,
  settings: WorkflowSettings,
): Promise<number> {
  try {
    const result = await showExecution(workflow, {
      order,
      clock,
      settings,
      begin: (options) => workflow.place(order, options),
    });
    return exitCodeOf(result);
  } catch (problem) {
    if (!(problem instanceof ExecutionAlreadyExists)) throw problem;
    process.stderr.write(`${problem.name}: ${problem.message}\n`);
    return exitCodes.failed;
  }
}

import type { Clock } from '@order-workflow/asl-engine';
import { ExecutionAlreadyExists } from '../execution-already-exists.ts';
import type { Workflow } from '../start-workflow.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { showExecution } from './show/show-execution.ts';
import type { WorkflowSettings } from './workflow-settings.ts';

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

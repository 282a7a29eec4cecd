import { ExecutionNotRedrivable, readExecution } from '@order-workflow/asl-engine';
import { reportExecution } from '../orders/execution-report.ts';
import { exitCodeOf, exitCodes } from '../orders/exit-codes.ts';
import { findExecution } from '../orders/find-execution.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { showExecution } from '../show/show-execution.ts';
import { isDrawable } from '../terminal/terminal-features.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { withWorkflow } from './with-workflow.ts';

export interface RedriveCommandOptions extends WorkflowSettings {
  /** Whether gateway and carrier are repaired first: no magic token or postal code keeps an undo from getting through. */
  readonly repair?: true;
  readonly json?: true;
}

/**
 * `order redrive <id>`: a failed execution goes on at the state at which it stands. Gives the exit code.
 *
 * @throws ExecutionDoesNotExist
 */
export async function redriveCommand(id: string, options: RedriveCommandOptions): Promise<number> {
  const waits = options.json || !isDrawable(process.stdout, options);
  return withWorkflow(
    options,
    async (workflow, clock) => {
      const { name, executionArn } = findExecution(workflow.journal, id);
      if (options.repair) {
        workflow.world?.gateway.ledger.repair();
        workflow.world?.carrier.ledger.repair();
      }
      const before = readExecution(workflow.journal, executionArn);
      try {
        if (!options.json) {
          const result = await showExecution(workflow, {
            order: before?.start.input,
            clock,
            settings: options,
            earlier: before?.history() ?? [],
            begin: (hooks) => workflow.redrive(name, hooks),
          });
          return exitCodeOf(result);
        }
        const { execution } = workflow.redrive(name);
        const result = await execution.result;
        const report = reportExecution(executionArn, result, execution.history());
        await writeOut(process.stdout, `${jsonText(report)}\n`);
        return exitCodeOf(result);
      } catch (problem) {
        if (!(problem instanceof ExecutionNotRedrivable)) throw problem;
        process.stderr.write(`${problem.name}: ${name}: ${problem.message}\n`);
        return exitCodes.failed;
      }
    },
    { waits },
  );
}

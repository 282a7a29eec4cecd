import { claimableOrderId } from '@order-workflow/order-domain';
import { reportExecution } from '../orders/execution-report.ts';
import { exitCodeOf, exitCodes } from '../orders/exit-codes.ts';
import { nameCancellation } from '../orders/name-execution.ts';
import type { PlacedOrder, PlaceOptions, RunningWorkflow } from '../orders/open-workflow.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { showExecution } from '../show/show-execution.ts';
import { isDrawable } from '../terminal/terminal-features.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { withWorkflow } from './with-workflow.ts';

export interface CancelCommandOptions extends WorkflowSettings {
  /** Why, for operators: no customer is told. */
  readonly reason?: string;
  readonly json?: true;
}

/**
 * `order cancel <id>`: takes an order over from whatever works on it, and undoes it. One that an earlier command began goes on, and
 * one that has failed or was stopped is followed by another. Gives the exit code.
 */
export async function cancelCommand(id: string, options: CancelCommandOptions): Promise<number> {
  const orderId = claimableOrderId({ orderId: id });
  if (orderId === undefined) {
    process.stderr.write('order cancel: expected the id of an order. All of them: pnpm order list\n');
    return exitCodes.unreadable;
  }
  const { reason, json } = options;
  const request = { orderId, ...(reason !== undefined && { reason }) };
  const waits = json || !isDrawable(process.stdout, options);
  return withWorkflow(
    options,
    async (workflow, clock) => {
      const begin = (told: PlaceOptions) => cancel(workflow, request, told);
      if (!json) {
        const definition = workflow.assembly.cancellation?.definition;
        const shown = { order: request, clock, settings: options, begin, ...(definition && { definition }) };
        return exitCodeOf(await showExecution(workflow, shown));
      }
      const { executionArn, execution } = begin({ clock });
      const result = await execution.result;
      await writeOut(process.stdout, `${jsonText(reportExecution(executionArn, result, execution.history()))}\n`);
      return exitCodeOf(result);
    },
    { waits },
  );
}

/** The cancellation of an order that is under way, or the next one. */
function cancel(
  workflow: RunningWorkflow,
  request: Parameters<RunningWorkflow['cancel']>[0],
  told: PlaceOptions,
): PlacedOrder {
  const { cancellation } = workflow.assembly;
  const arnOf = (name: string) => `${cancellation?.arn.replace(':stateMachine:', ':execution:')}:${name}`;
  for (let ordinal = 1; ; ordinal++) {
    const name = nameCancellation(request.orderId, ordinal);
    const before = workflow.journal.describe(arnOf(name));
    if (!before?.end) return workflow.cancel(request, name, told);
  }
}

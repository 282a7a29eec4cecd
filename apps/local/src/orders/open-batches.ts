import type { Clock, ExecutionJournal } from '@order-workflow/asl-engine';
import { openWorkflow, type RunningWorkflow } from './open-workflow.ts';

/**
 * The executions that place batches, on the platform of a workflow and in a journal of their own: they start orders by the API of
 * `order serve`, so no other command goes on with them. Undefined where there is no machine that places batches.
 */
export function openBatches(
  workflow: RunningWorkflow,
  clock: Clock,
  openJournal: () => ExecutionJournal,
): RunningWorkflow | undefined {
  const { stateMachine } = workflow.assembly.orderApi?.batches ?? {};
  if (!stateMachine || !workflow.batches) return undefined;
  const definition = workflow.batches();
  const journal = openJournal();
  const { cancellation: _, ...assembly } = workflow.assembly;
  const platform = {
    ...workflow,
    assembly: { ...assembly, stateMachine },
    definition,
    cancellation: undefined,
  };
  return { ...platform, ...openWorkflow(platform, { journal, clock }), journal };
}

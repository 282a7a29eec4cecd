import { type Clock, createVirtualClock, realClock } from '@order-workflow/asl-engine';
import { startWorkflow, type Workflow } from '../start-workflow.ts';
import type { PlaceCommandOptions } from './place-command-options.ts';
import { writeFunctionLog } from './write-function-log.ts';

/** Runs something with the workflow, and closes it whatever happens. */
export async function withWorkflow<Result>(
  { verbose, fastForward }: Pick<PlaceCommandOptions, 'verbose' | 'fastForward'>,
  run: (workflow: Workflow, clock: Clock) => Promise<Result>,
): Promise<Result> {
  const clock = fastForward ? createVirtualClock({ start: Date.now() }) : realClock;
  const workflow = await startWorkflow({ clock, ...(verbose && { log: writeFunctionLog }) });
  try {
    return await run(workflow, clock);
  } finally {
    await workflow.close();
  }
}

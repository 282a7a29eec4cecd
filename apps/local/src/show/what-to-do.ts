import type { WorkflowSettings } from '../orders/workflow-settings.ts';

/** What whoever waits for an execution can do, in one sentence. */
export function whatToDo({ fresh, fastForward }: Pick<WorkflowSettings, 'fresh' | 'fastForward'>): string {
  if (fresh) return 'Ctrl-C ends it, and nothing is kept.';
  const hurry = fastForward ? '' : '; with --fast-forward that command lets waits pass at once';
  return `Ctrl-C leaves it to the next pnpm order place, redrive or serve${hurry}.`;
}

import type { WorkflowSettings } from '../orders/workflow-settings.ts';

/** Whether steps can be drawn in place: on a terminal that can, where no logs of functions come between. */
export function isDrawable(
  { isTTY }: Pick<NodeJS.WriteStream, 'isTTY'>,
  { verbose }: Pick<WorkflowSettings, 'verbose'>,
): boolean {
  return isTTY && process.env['TERM'] !== 'dumb' && !verbose;
}

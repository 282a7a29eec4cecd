import type { Clock } from '@order-workflow/asl-engine';

/**
 * The time of the gateway and the carrier: the workflow's own, but never before the machine's. Functions date what they do
 * by the machine, and a virtual clock falls behind it while they work.
 */
export function worldClock(workflow: Pick<Clock, 'now'>): Pick<Clock, 'now'> {
  return { now: () => Math.max(workflow.now(), Date.now()) };
}

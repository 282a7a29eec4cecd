import type { Clock } from '@order-workflow/asl-engine';
import type { Workflow } from '../start-workflow.ts';

/** What the operations work on. */
export interface Served {
  readonly workflow: Pick<Workflow, 'assembly' | 'definition' | 'journal' | 'start' | 'stop' | 'redrive'>;
  readonly clock: Pick<Clock, 'now'>;
}

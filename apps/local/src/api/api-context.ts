import type { Clock } from '@order-workflow/asl-engine';
import type { DeskIndex } from '../desk/desk-index.ts';
import type { InjectionLog } from '../faults/injection-log.ts';
import type { RunningWorkflow } from '../orders/open-workflow.ts';
import type { FunctionLogBook } from './local/function-log-book.ts';
import type { OtherMachines } from './other-machines.ts';
import type { RecentRedrives } from './recent-redrives.ts';

/** What the operations work on. */
export interface ApiContext {
  readonly workflow: Pick<
    RunningWorkflow,
    | 'assembly'
    | 'tables'
    | 'definition'
    | 'journal'
    | 'start'
    | 'startCancellation'
    | 'stop'
    | 'ended'
    | 'skipWaits'
    | 'redrive'
    | 'underWay'
    | 'messages'
    | 'switchboard'
    | 'runFunction'
    | 'world'
  >;
  /** The same of the machine that places batches, where there is one. */
  readonly batches?: ApiContext['workflow'];
  readonly others: OtherMachines;
  readonly clock: Pick<Clock, 'now'>;
  readonly redrives: RecentRedrives;
  readonly logs: FunctionLogBook;
  /** Since when logs and strikes are kept, in milliseconds by `clock`: they last as long as the server. */
  readonly keptSince: number;
  /** What the desk finds executions by; there is no desk without it. */
  readonly desk?: DeskIndex;
  /** None is known unless given. */
  readonly strikes?: Pick<InjectionLog, 'of'>;
}

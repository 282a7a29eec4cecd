import type { ExecutionStatus } from '../api/execution.ts';
import type { StateStatus } from '../history/trace.ts';
import type { StatusShape } from '../parts/status-shapes.ts';

/** How a status is shown. `tone` is a class that sets the colours. */
export interface Look {
  readonly words: string;
  readonly shape: StatusShape;
  readonly tone: 'idle' | 'run' | 'good' | 'warn' | 'bad';
}

export const executionLooks: Readonly<Record<ExecutionStatus, Look>> = {
  RUNNING: { words: 'Running', shape: 'running', tone: 'run' },
  SUCCEEDED: { words: 'Succeeded', shape: 'succeeded', tone: 'good' },
  FAILED: { words: 'Failed', shape: 'failed', tone: 'bad' },
  ABORTED: { words: 'Stopped', shape: 'stopped', tone: 'idle' },
  TIMED_OUT: { words: 'Timed out', shape: 'failed', tone: 'bad' },
  PENDING_REDRIVE: { words: 'To be redriven', shape: 'retrying', tone: 'run' },
};

/** Of an order's execution that its cancellation stopped: as it should be. */
export const stoppedByItsCancellation: Look = { ...executionLooks.ABORTED, words: 'Stopped by its cancellation' };

export const stateLooks: Readonly<Record<StateStatus, Look>> = {
  'not-reached': { words: 'Not reached', shape: 'idle', tone: 'idle' },
  running: { words: 'Running', shape: 'running', tone: 'run' },
  retrying: { words: 'Waits to retry', shape: 'retrying', tone: 'run' },
  succeeded: { words: 'Succeeded', shape: 'succeeded', tone: 'good' },
  caught: { words: 'Caught error', shape: 'caught', tone: 'warn' },
  failed: { words: 'Failed', shape: 'failed', tone: 'bad' },
  stopped: { words: 'Stopped', shape: 'stopped', tone: 'idle' },
};

const outcomeTones: Readonly<Record<string, Look['tone']>> = {
  fulfilled: 'good',
  rejected: 'warn',
  declined: 'warn',
  refunded: 'warn',
  cancelled: 'warn',
  duplicate: 'idle',
};

/** A business outcome is never bad: the workflow did what it is for. */
export function outcomeTone(outcome: string): Look['tone'] {
  return outcomeTones[outcome] ?? 'idle';
}

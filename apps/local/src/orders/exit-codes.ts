import type { ExecutionResult } from '@order-workflow/asl-engine';

/** What the command's exit code says. Of several orders the worst counts. */
export const exitCodes = {
  /** The execution succeeded, whatever became of the order. */
  succeeded: 0,
  /** The execution failed, or could not begin: a person must look at it. */
  failed: 1,
  /** The input, or the command, could not be understood. */
  unreadable: 2,
  /** The workflow cannot run here, for instance because nothing is synthesized. */
  cannotRun: 3,
} as const;

export function exitCodeOf({ status }: { readonly status: ExecutionResult['status'] | 'RUNNING' }): number {
  return status === 'SUCCEEDED' ? exitCodes.succeeded : exitCodes.failed;
}

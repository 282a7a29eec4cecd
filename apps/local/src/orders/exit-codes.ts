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

/** What whoever runs a command can put right, by the names of the errors. */
const mendable: Readonly<Record<string, number>> = {
  AssemblyUnreadable: exitCodes.cannotRun,
  DataFolderUnusable: exitCodes.cannotRun,
  JournalUnreadable: exitCodes.cannotRun,
  PortUnusable: exitCodes.cannotRun,
  ExecutionDoesNotExist: exitCodes.unreadable,
  FaultUnknown: exitCodes.unreadable,
  EnvironmentUnreadable: exitCodes.unreadable,
};

/**
 * The exit code of a command that ended with an error which is told by its message alone; undefined for a defect. It goes by
 * the name, so that nothing is loaded only to know an error by its class.
 */
export function exitCodeOfProblem({ name }: Error): number | undefined {
  return mendable[name];
}

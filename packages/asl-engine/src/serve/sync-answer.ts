import type { ExecutionResult } from '../run/execution-options.ts';

const included = { included: true };

/** What StartSyncExecution says of how an execution ended. Express is billed by begun 100 ms and 64 MB (pricing, "Express Workflows"). */
export function syncAnswer({ output, error, cause, status, startDate, stopDate }: ExecutionResult): object {
  const begun = Math.max(Math.ceil((stopDate.getTime() - startDate.getTime()) / 100), 1);
  return {
    ...{ startDate, stopDate, status, inputDetails: included },
    ...(output !== undefined && { output: JSON.stringify(output), outputDetails: included }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: begun * 100 },
  };
}

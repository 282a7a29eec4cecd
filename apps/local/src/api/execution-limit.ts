import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';

/** So many executions may be under way: those of one machine share its functions, and wait for them within their time-outs. */
export const mostUnderWay = 1000;

/**
 * Whether one more execution may be under way.
 *
 * @throws ApiError ExecutionLimitExceeded
 */
export function checkExecutionLimit({ workflow }: ApiContext): void {
  if (workflow.underWay() < mostUnderWay) return;
  throw new ApiError(
    'ExecutionLimitExceeded',
    `${mostUnderWay} executions are under way, the most that run on this machine at once: wait for some to end`,
  );
}

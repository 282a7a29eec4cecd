import type { Patience } from '@order-workflow/order-domain';

/** One Retry: exponential backoff with a cap and full jitter. Times in seconds. */
export interface RetryPolicy {
  readonly intervalSeconds: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number;
  readonly maxAttempts: number;
}

/** How stages are retried. `prompt` takes up to a minute and a half of waiting, `patient` up to about six hours. */
export const retryPolicies: Readonly<Record<Patience, RetryPolicy>> = {
  prompt: { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 20, maxAttempts: 6 },
  patient: { intervalSeconds: 5, backoffRate: 2, maxDelaySeconds: 900, maxAttempts: 30 },
};

/**
 * Failures of the invocation itself, which pass. Every stage may be called twice, since its effects have keys.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
 */
export const transientErrors: readonly string[] = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  // A function that ran out of memory or time, or was killed, arrives under one of these.
  'Lambda.Unknown',
  'Runtime.ExitError',
  'Sandbox.Timedout',
  'States.Timeout',
];

/** The longest that all retries of a policy can wait, in seconds: jitter only shortens it. */
export function longestWait({ intervalSeconds, backoffRate, maxDelaySeconds, maxAttempts }: RetryPolicy): number {
  let seconds = 0;
  for (let attempt = 0; attempt < maxAttempts; attempt++)
    seconds += Math.min(intervalSeconds * backoffRate ** attempt, maxDelaySeconds);
  return seconds;
}

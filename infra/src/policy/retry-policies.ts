import type { Patience } from '@order-workflow/stage-kit';

/**
 * One Retry: exponential backoff with a cap, without jitter. Full jitter waits half as long in the mean and may wait hardly
 * at all, and when the attempts are spent the error is caught: so a stage would be given up long before anybody said.
 * Times in seconds.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
 */
export interface RetryPolicy {
  readonly intervalSeconds: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number;
  readonly maxAttempts: number;
}

/**
 * How stages are retried: `prompt` for at least a minute, `patient` for at least six hours, however fast each try fails.
 * The waits alone add up to that.
 */
export const retryPolicies: Readonly<Record<Patience, RetryPolicy>> = {
  prompt: { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 30, maxAttempts: 6 },
  patient: { intervalSeconds: 8, backoffRate: 2, maxDelaySeconds: 900, maxAttempts: 30 },
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

/** The waits between the tries, in seconds: one a retry. */
export function waitsBetweenTries({
  intervalSeconds,
  backoffRate,
  maxDelaySeconds,
  maxAttempts,
}: RetryPolicy): number[] {
  return Array.from({ length: maxAttempts }, (_, retry) =>
    Math.min(intervalSeconds * backoffRate ** retry, maxDelaySeconds),
  );
}

/** What all waits of a policy take together, in seconds. A stage is given up no earlier, and later by what its tries take. */
export function allWaits(policy: RetryPolicy): number {
  return waitsBetweenTries(policy).reduce((seconds, wait) => seconds + wait, 0);
}

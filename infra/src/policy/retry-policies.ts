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

/** How the waits of a Retry grow, however many there are. */
type Backoff = Omit<RetryPolicy, 'maxAttempts'>;

/** Up to this many seconds somebody may be waiting: what comes back is noticed within half a minute. */
const promptSeconds = 900;
const prompt: Backoff = { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 30 };
/** What is tried for longer is tried at least every quarter of an hour. */
const patient: Backoff = { intervalSeconds: 8, backoffRate: 2, maxDelaySeconds: 900 };

/** Whether nobody waits for what is tried for so many seconds. */
export function isPatient(seconds: number): boolean {
  return seconds > promptSeconds;
}

/**
 * The Retry of what is tried for at least so many seconds, however fast each try fails: the waits alone add up to that, with
 * the fewest tries that do.
 */
export function retryFor(seconds: number): RetryPolicy {
  return attemptsFor(seconds, isPatient(seconds) ? patient : prompt);
}

function attemptsFor(seconds: number, backoff: Backoff): RetryPolicy {
  let maxAttempts = 0;
  for (let waited = 0; waited < seconds; maxAttempts++) waited += waitBefore(maxAttempts, backoff);
  return { ...backoff, maxAttempts };
}

/** What many wait for together is tried at least every minute: as soon as there is room, it goes on. */
const steady: Backoff = { intervalSeconds: 2, backoffRate: 2, maxDelaySeconds: 60 };

/** The Retry of what is tried steadily, for at least so many seconds. */
export function steadilyFor(seconds: number): RetryPolicy {
  return attemptsFor(seconds, steady);
}

/** What settles in days is asked for once an hour: the fewer tries, the more room is left in the history for undos. */
const unhurried: Backoff = { intervalSeconds: 8, backoffRate: 2, maxDelaySeconds: 3600 };

/** The Retry of what is waited for, for at least so many seconds: often at first, then every hour. */
export function awaitFor(seconds: number): RetryPolicy {
  return attemptsFor(seconds, unhurried);
}

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
export function waitsBetweenTries({ maxAttempts, ...backoff }: RetryPolicy): number[] {
  return Array.from({ length: maxAttempts }, (_, retry) => waitBefore(retry, backoff));
}

/** What all waits of a policy take together, in seconds. A stage is given up no earlier, and later by what its tries take. */
export function allWaits(policy: RetryPolicy): number {
  return waitsBetweenTries(policy).reduce((seconds, wait) => seconds + wait, 0);
}

/** Seconds before a retry, of which the first is 0. */
function waitBefore(retry: number, { intervalSeconds, backoffRate, maxDelaySeconds }: Backoff): number {
  return Math.min(intervalSeconds * backoffRate ** retry, maxDelaySeconds);
}

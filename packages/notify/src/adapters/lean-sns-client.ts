import { SNSClient } from '@aws-sdk/client-sns';

/** How long SNS is waited for, in milliseconds. */
interface Waits {
  readonly connect: number;
  readonly answer: number;
}

/**
 * A client that gives up within the stage's own time: two tries, since the workflow itself retries for longer. Without
 * `throwOnRequestTimeout` the SDK only warns, and goes on waiting for a service that fell silent.
 */
export function leanSnsClient({ connect, answer }: Waits = { connect: 2_000, answer: 4_000 }): SNSClient {
  return new SNSClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: connect, requestTimeout: answer, throwOnRequestTimeout: true },
  });
}

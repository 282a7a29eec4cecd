import { Duration } from 'aws-cdk-lib';
import { JitterType, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { RetryPolicy } from '../policy/retry-policies.ts';

/** A task that is tried again after these errors. */
export function retried<T extends TaskStateBase>(state: T, policy: RetryPolicy, errors: readonly string[]): T {
  const { intervalSeconds, backoffRate, maxDelaySeconds, maxAttempts } = policy;
  state.addRetry({
    errors: [...errors],
    interval: Duration.seconds(intervalSeconds),
    backoffRate,
    maxDelay: Duration.seconds(maxDelaySeconds),
    maxAttempts,
    jitterStrategy: JitterType.NONE,
  });
  return state;
}

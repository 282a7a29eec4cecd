import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { OrderWorkflow } from '../order-workflow-construct.ts';

/** Something that a person should look at, and where the runbook says what to do. */
export interface WatchedCondition {
  /** Name of the alarm's construct. */
  readonly id: string;
  /** What has happened, as the alarm says it. */
  readonly says: string;
  /** Heading in docs/runbook.md, as an anchor. */
  readonly runbook: string;
  readonly metric: IMetric;
  /** The alarm rings at this value and above. */
  readonly threshold: number;
}

const every = { period: Duration.minutes(1) };

/** What is watched, most urgent first. Each one rings at the first occurrence: all of them mean work for a person. */
export function watchedConditions(
  { stateMachine, undeliveredNotices }: OrderWorkflow,
  undeliveredEvents: IQueue,
): readonly WatchedCondition[] {
  return [
    {
      id: 'ExecutionFailed',
      says: 'An order stands where a person must act: its execution has failed.',
      runbook: 'an-execution-has-failed',
      metric: stateMachine.metricFailed(every),
      threshold: 1,
    },
    {
      id: 'ExecutionTimedOut',
      says: 'An order took longer than all retries together, and nobody knows what is held.',
      runbook: 'an-execution-has-timed-out',
      metric: stateMachine.metricTimedOut(every),
      threshold: 1,
    },
    {
      id: 'ExecutionAborted',
      says: 'Somebody stopped an execution on its way, and nobody knows what is held.',
      runbook: 'an-execution-was-stopped',
      metric: stateMachine.metricAborted(every),
      threshold: 1,
    },
    {
      id: 'ExecutionsThrottled',
      says: 'Step Functions turns transitions away: orders take longer.',
      runbook: 'executions-are-throttled',
      metric: stateMachine.metricThrottled(every),
      threshold: 1,
    },
    {
      id: 'NoticesParked',
      says: 'Customers have not been told: notices wait in the queue.',
      runbook: 'notices-are-parked',
      metric: waiting(undeliveredNotices),
      threshold: 1,
    },
    {
      id: 'EventsUndelivered',
      says: 'Messages about executions that ended badly did not reach the operations topic.',
      runbook: 'messages-about-executions-are-undelivered',
      metric: waiting(undeliveredEvents),
      threshold: 1,
    },
  ];
}

function waiting(queue: IQueue): IMetric {
  return queue.metricApproximateNumberOfMessagesVisible({ ...every, statistic: 'Maximum' });
}

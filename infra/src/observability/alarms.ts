import { Duration } from 'aws-cdk-lib';

import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { failureRate, oldestWaitingOrder, throttledCalls } from './stage-metrics.ts';
import { tableConditions } from './table-alarms.ts';
import type { WatchedCondition } from './watched-condition.ts';
import type { WatchedOrders } from './watched-orders.ts';

const every = { period: Duration.minutes(1) };

/** Seconds after which an order that still waits for a retry is worth a look: its execution fails hours later. */
const longWaitSeconds = 3600;

/** Per cent of a stage's calls that may fail before somebody should look at what it depends on. */
const failuresPercent = 25;

/** What is watched, most urgent first. Each rings as soon as it reaches its threshold: all of them are for a person. */
export function watchedConditions(
  orders: WatchedOrders,
  { undeliveredEvents, ordersAnHour }: { readonly undeliveredEvents: IQueue; readonly ordersAnHour: number },
): readonly WatchedCondition[] {
  const { stateMachine, stageFunctions, undeliveredNotices, tables } = orders;
  const stages = [...stageFunctions.values()];
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
      id: 'OrderWaits',
      says: 'An order has waited for over an hour for something that does not answer.',
      runbook: 'an-order-waits',
      metric: oldestWaitingOrder(stages),
      threshold: longWaitSeconds,
    },
    ...[...stageFunctions].map(([{ stateName, functionName }, stage]) => ({
      id: `${functionName}Fails`,
      says: `${stateName} fails more often than it should, and not by rejections.`,
      runbook: 'a-stage-fails',
      metric: failureRate(stage, Duration.minutes(15)),
      threshold: failuresPercent,
    })),
    {
      id: 'FunctionsThrottled',
      says: 'Lambda turns calls of stages away: orders are retried, and undone if it lasts.',
      runbook: 'functions-are-throttled',
      metric: throttledCalls(stages),
      threshold: 1,
    },
    ...[...tables].flatMap(([name, table]) => tableConditions(name, table)),
    {
      id: 'ExecutionsThrottled',
      says: 'Step Functions turns transitions away: orders take longer.',
      runbook: 'executions-are-throttled',
      metric: stateMachine.metricThrottled(every),
      threshold: 1,
    },
    {
      id: 'OrderRush',
      says: 'More orders start than were expected: each costs, and a caller may be running away.',
      runbook: 'more-orders-than-expected',
      metric: stateMachine.metricStarted({ period: Duration.hours(1) }),
      threshold: ordersAnHour,
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

import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IRule } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { CustomerMail } from '../constructs/customer-mail.ts';
import { failureRate, findingsOf, oldestWaitingOrder, throttledCalls } from './stage-metrics.ts';
import { tableConditions } from './table-alarms.ts';
import type { WatchedCondition } from './watched-condition.ts';
import type { WatchedOrders } from './watched-orders.ts';

const every = { period: Duration.minutes(1) };

/** Seconds after which an order that still waits for a retry is worth a look: its execution fails hours later. */
const longWaitSeconds = 3600;

/** Per cent of a stage's calls that may fail before somebody should look at what it depends on. */
const failuresPercent = 25;

/** What the watch itself has. */
interface WatchedParts {
  /** Messages about bad endings that the topic did not take. */
  readonly undeliveredEvents: IQueue;
  /** Matches each execution that was stopped, other than by its cancellation. */
  readonly stopped: IRule;
  readonly ordersAnHour: number;
}

/** What is watched, most urgent first. Each rings as soon as it reaches its threshold: all of them are for a person. */
export function watchedConditions(
  orders: WatchedOrders,
  { undeliveredEvents, stopped, ordersAnHour }: WatchedParts,
): readonly WatchedCondition[] {
  const { stateMachine, cancellation, stageFunctions, undeliveredNotices, mail, tables } = orders;
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
      metric: matched(stopped),
      threshold: 1,
    },
    ...(cancellation ? cancellationConditions(cancellation) : []),
    ...byTens(stages, oldestWaitingOrder, {
      id: 'OrderWaits',
      says: 'An order has waited for over an hour for something that does not answer.',
      runbook: 'an-order-waits',
      threshold: longWaitSeconds,
    }),
    ...[...stageFunctions].map(([{ stateName, functionName }, stage]) => ({
      id: `${functionName}Fails`,
      says: `${stateName} fails more often than it should, and not by rejections.`,
      runbook: 'a-stage-fails',
      metric: failureRate(stage, Duration.minutes(15)),
      threshold: failuresPercent,
    })),
    ...[...stageFunctions].flatMap(([{ functionName, findings = [] }, stage]) =>
      findings.map(({ name, says, heading }) => ({
        id: `${functionName}Finds${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        says,
        runbook: runbookAnchor(heading),
        metric: findingsOf(stage, name),
        threshold: 1,
      })),
    ),
    ...byTens(stages, throttledCalls, {
      id: 'FunctionsThrottled',
      says: 'Lambda turns calls of stages away: orders are retried, and undone if it lasts.',
      runbook: 'functions-are-throttled',
      threshold: 1,
    }),
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
    ...(mail ? [lettersUndelivered(mail)] : []),
    {
      id: 'EventsUndelivered',
      says: 'Messages about executions that ended badly did not reach the operations topic.',
      runbook: 'messages-about-executions-are-undelivered',
      metric: waiting(undeliveredEvents),
      threshold: 1,
    },
  ];
}

/**
 * What is watched over all functions: `OrderWaits`, and of more than ten `OrderWaits2` too, since an alarm computes with ten metrics at
 * most. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create-alarm-on-metric-math-expression.html
 */
function byTens(
  stages: readonly IFunction[],
  metricOf: (some: readonly IFunction[]) => IMetric,
  condition: Omit<WatchedCondition, 'metric'>,
): readonly WatchedCondition[] {
  const tens = Array.from({ length: Math.ceil(stages.length / 10) }, (_, ten) => stages.slice(ten * 10, ten * 10 + 10));
  return tens.map((some, ten) => ({
    ...condition,
    id: ten === 0 ? condition.id : `${condition.id}${ten + 1}`,
    metric: metricOf(some),
  }));
}

function lettersUndelivered({ undeliveredLetters, condition }: CustomerMail): WatchedCondition {
  return {
    id: 'LettersUndelivered',
    says: 'Customers have not been written to: letters could not be sent, and wait in the queue.',
    runbook: 'letters-are-undelivered',
    metric: waiting(undeliveredLetters),
    threshold: 1,
    ...(condition && { onlyIf: condition }),
  };
}

/** What is watched of the machine that cancels orders. */
function cancellationConditions(cancellation: IStateMachine): readonly WatchedCondition[] {
  return [
    {
      id: 'CancellationFailed',
      says: 'An order that is to be cancelled stands where a person must act: its cancellation has failed.',
      runbook: 'a-cancellation-has-failed',
      metric: cancellation.metricFailed(every),
      threshold: 1,
    },
    {
      id: 'CancellationTimedOut',
      says: 'A cancellation took longer than all retries together, and nobody knows what is held.',
      runbook: 'a-cancellation-has-failed',
      metric: cancellation.metricTimedOut(every),
      threshold: 1,
    },
  ];
}

/**
 * How often a rule matched: Step Functions' own count of stopped executions does not know why they were. It is best effort, as
 * events are. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
function matched({ ruleName }: IRule): IMetric {
  return new Metric({
    namespace: 'AWS/Events',
    metricName: 'TriggeredRules',
    dimensionsMap: { RuleName: ruleName },
    statistic: 'Sum',
    ...every,
  });
}

function waiting(queue: IQueue): IMetric {
  return queue.metricApproximateNumberOfMessagesVisible({ ...every, statistic: 'Maximum' });
}

/** The anchor that GitHub gives a heading of Markdown. */
function runbookAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

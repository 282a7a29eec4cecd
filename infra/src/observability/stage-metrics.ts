import type { Outcome } from '@order-workflow/order-domain';
import { type StageDimension, type StageMetric, stageMetricsNamespace } from '@order-workflow/stage-kit';
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** A metric that a stage's function writes with its log line, under the names of stage-kit. */
export function stageMetric(
  { functionName }: IFunction,
  metricName: StageMetric,
  by: Partial<Record<Exclude<StageDimension, 'functionName'>, string>> = {},
  options: MetricOptions = {},
): Metric {
  return new Metric({
    namespace: stageMetricsNamespace,
    metricName,
    dimensionsMap: { functionName, ...by },
    statistic: 'Sum',
    ...options,
  });
}

/** How often a stage came upon a finding of its manifest. */
export function findingsOf({ functionName }: IFunction, metricName: string): Metric {
  return new Metric({
    namespace: stageMetricsNamespace,
    metricName,
    dimensionsMap: { functionName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}

/** How many orders ended so, counted where the customer is told. */
export function ordersThatEnded(outcome: Outcome, notice: IFunction): Metric {
  return stageMetric(notice, 'receipts', { orderOutcome: outcome }, { label: outcome });
}

/** Calls below which a rate says nothing. */
const fewestCalls = 5;

/**
 * Per cent of a stage's calls that failed otherwise than by a rejection. Lambda's own count of errors knows those too that
 * left no line: time-outs, and functions that ran out of memory or could not load. Rejections are among its errors.
 */
export function failureRate(stage: IFunction, period: Duration): IMetric {
  return new MathExpression({
    expression: `IF(calls >= ${fewestCalls}, 100 * (errors - FILL(rejections, 0)) / calls, 0)`,
    usingMetrics: {
      calls: stage.metricInvocations({ period }),
      errors: stage.metricErrors({ period }),
      rejections: stageMetric(stage, 'rejections', {}, { period }),
    },
    label: 'failed, %',
    period,
  });
}

/**
 * Seconds since the oldest order was placed that now waits for a retry. Step Functions counts executions and times those
 * that ended; none of its metrics knows how old an open one is. But an order that stays open does so by retries, which
 * come at least every quarter of an hour, and each that meets a fault says how old its order is.
 */
export function oldestWaitingOrder(stages: readonly IFunction[]): IMetric {
  const period = Duration.minutes(20);
  const ages = stages.map((stage) => stageMetric(stage, 'waitingSeconds', {}, { period, statistic: 'Maximum' }));
  return overAll('MAX', ages, 'age of the oldest order that waits, s', period);
}

/** How often Lambda turned calls of any stage away. */
export function throttledCalls(stages: readonly IFunction[]): IMetric {
  const period = Duration.minutes(5);
  const throttles = stages.map((stage) => stage.metricThrottles({ period }));
  return overAll('SUM', throttles, 'calls that Lambda turned away', period);
}

function overAll(total: 'MAX' | 'SUM', metrics: readonly IMetric[], label: string, period: Duration): IMetric {
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`stage${index}`, metric]));
  return new MathExpression({
    expression: `${total}([${Object.keys(usingMetrics).join(', ')}])`,
    usingMetrics,
    label,
    period,
  });
}

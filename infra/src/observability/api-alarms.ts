import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** Requests within five minutes that may go wrong on our side before somebody should look. */
const failures = 3;

/** Rings where the order API answers by 5xx: it, or something that it needs, does not work. */
export function apiAlarm(scope: Construct, apiId: string, operations: ITopic): Alarm {
  const alarm = new Alarm(scope, 'ApiFails', {
    alarmDescription:
      'The order API fails, or something that it needs does not answer: orders are turned away. What to do: docs/runbook.md#the-order-api-fails',
    metric: new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: apiId },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: failures,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(operations));
  return alarm;
}

/** Rings where a batch fails: its orders that are not placed yet wait for a person. */
export function batchAlarm(scope: Construct, batches: IStateMachine, operations: ITopic): Alarm {
  const alarm = new Alarm(scope, 'BatchFailed', {
    alarmDescription:
      'A batch of orders has failed: those that are not placed wait for a person. What to do: docs/runbook.md#a-batch-has-failed',
    metric: batches.metricFailed({ period: Duration.minutes(1) }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(operations));
  return alarm;
}

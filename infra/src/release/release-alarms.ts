import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { StageFunction } from '../constructs/stage-function.ts';
import { failureRate, stageMetric } from '../observability/stage-metrics.ts';

/** Per cent of a stage's calls that may fail during a release. A tenth of them meet the new version. */
const failuresPercent = 5;

/**
 * What takes a release of a stage back: a single defect, or calls that fail more often than a tenth of them may. Rejections
 * are no failures: a declined card says nothing about a release. Nobody is called; whoever releases sees it.
 */
export function releaseAlarms(scope: Construct, stage: StageFunction): Alarm[] {
  const { id } = stage.node;
  const defects = stageMetric(stage, 'defects', {}, { period: Duration.minutes(1) });
  return [
    releaseAlarm(scope, `${id}Defects`, defects, 1),
    releaseAlarm(scope, `${id}Failures`, failureRate(stage, Duration.minutes(5)), failuresPercent),
  ];
}

/** An alarm that only a release listens to. */
export function releaseAlarm(scope: Construct, id: string, metric: IMetric, threshold: number): Alarm {
  return new Alarm(scope, id, {
    alarmDescription: 'Takes a release back that is under way. What to do: docs/runbook.md#a-release-was-taken-back',
    metric,
    threshold,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

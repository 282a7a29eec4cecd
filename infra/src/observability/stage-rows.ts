import type { StageFacts } from '@order-workflow/stage-kit';
import { GraphWidget, type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { stageMetric } from './stage-metrics.ts';

const height = 5;

/** The rows of one stage on the dashboard: how its calls ended, by which failures, and how long they took. */
export function stageRows(stage: StageFacts, stageFunction: IFunction, width: number): IWidget[][] {
  const failures = [...stage.rejections, ...stage.faults].map(({ errorName }) => errorName);
  const graph = { width: width / 3, height };
  return [
    [new TextWidget({ markdown: `## ${stage.stateName}`, width, height: 1 })],
    [
      new GraphWidget({
        ...graph,
        title: 'How calls ended',
        left: (['receipts', 'rejections', 'faults', 'defects'] as const).map((name) =>
          stageMetric(stageFunction, name),
        ),
        stacked: true,
      }),
      new GraphWidget({
        ...graph,
        title: 'Failures by name, and calls turned away',
        left: failures.map((result) => stageMetric(stageFunction, 'endings', { result }, { label: result })),
        right: [stageFunction.metricThrottles()],
      }),
      new GraphWidget({
        ...graph,
        title: 'Duration',
        left: ['p50', 'p99'].map((statistic) => stageFunction.metricDuration({ statistic })),
      }),
    ],
  ];
}

import { Duration } from 'aws-cdk-lib';
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { OrderWorkflow } from '../order-workflow-construct.ts';

const width = 24;

/** A dashboard that reads from top to bottom as the workflow does: what needs a person, the orders, each stage, the notices. */
export function workflowDashboard(scope: Construct, orders: OrderWorkflow, alarms: Alarm[]): Dashboard {
  const { stateMachine, stageFunctions, undeliveredNotices } = orders;
  return new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.hours(12),
    widgets: [
      [new AlarmStatusWidget({ title: 'Does anyone need to act?', alarms, width, height: 3 })],
      [
        new GraphWidget({
          title: 'Orders',
          width: width / 2,
          left: [stateMachine.metricStarted(), stateMachine.metricSucceeded()],
          right: [stateMachine.metricFailed(), stateMachine.metricTimedOut(), stateMachine.metricAborted()],
        }),
        new GraphWidget({ title: 'Time from order to end', width: width / 2, left: [stateMachine.metricTime()] }),
      ],
      ...[...stageFunctions].flatMap(([{ stateName }, stageFunction]) => [
        [new TextWidget({ markdown: `## ${stateName}`, width, height: 1 })],
        [
          new GraphWidget({
            title: 'Calls, and those that answered with an error (rejections are among them)',
            width: width / 2,
            height: 4,
            left: [stageFunction.metricInvocations(), stageFunction.metricErrors(), stageFunction.metricThrottles()],
          }),
          new GraphWidget({
            title: 'Duration',
            width: width / 2,
            height: 4,
            left: [
              stageFunction.metricDuration({ statistic: 'p50' }),
              stageFunction.metricDuration({ statistic: 'p99' }),
            ],
          }),
        ],
      ]),
      [
        new GraphWidget({
          title: 'Notices that wait in the queue',
          width,
          height: 4,
          left: [undeliveredNotices.metricApproximateNumberOfMessagesVisible()],
          right: [undeliveredNotices.metricApproximateAgeOfOldestMessage()],
        }),
      ],
    ],
  });
}

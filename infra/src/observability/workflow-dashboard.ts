import { outcomes } from '@order-workflow/order-domain';
import { Duration } from 'aws-cdk-lib';
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { oldestWaitingOrder, ordersThatEnded } from './stage-metrics.ts';
import { stageRows } from './stage-rows.ts';
import type { WatchedOrders } from './watched-orders.ts';

const width = 24;

/** A dashboard that reads from top to bottom as the workflow does: what needs a person, the orders, each stage, the notices. */
export function workflowDashboard(scope: Construct, orders: WatchedOrders, alarms: Alarm[]): Dashboard {
  const { stateMachine, cancellation, stageFunctions, notice, undeliveredNotices } = orders;
  const stages = [...stageFunctions.values()];
  return new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.hours(12),
    widgets: [
      [new AlarmStatusWidget({ title: 'Does anyone need to act?', alarms, width, height: 4 })],
      [
        new GraphWidget({
          title: 'Orders',
          width: width / 2,
          left: [stateMachine.metricStarted(), stateMachine.metricSucceeded()],
          right: [stateMachine.metricFailed(), stateMachine.metricTimedOut(), stateMachine.metricAborted()],
        }),
        new GraphWidget({
          title: 'How orders ended, as customers were told',
          width: width / 2,
          left: outcomes.map((outcome) => ordersThatEnded(outcome, notice)),
          stacked: true,
        }),
      ],
      [
        new GraphWidget({ title: 'Time from order to end', width: width / 2, left: [stateMachine.metricTime()] }),
        new GraphWidget({
          title: 'Orders that wait for a retry',
          width: width / 2,
          left: [oldestWaitingOrder(stages)],
        }),
      ],
      ...(cancellation ? [[cancellations(cancellation)]] : []),
      ...[...stageFunctions].flatMap(([stage, stageFunction]) => stageRows(stage, stageFunction, width)),
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

function cancellations(machine: IStateMachine): GraphWidget {
  return new GraphWidget({
    title: 'Cancellations',
    width,
    height: 4,
    left: [machine.metricStarted(), machine.metricSucceeded()],
    right: [machine.metricFailed(), machine.metricTimedOut()],
  });
}

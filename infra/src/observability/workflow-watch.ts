import { ArnFormat, Names, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  CfnAlarm,
  ComparisonOperator,
  type Dashboard,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { stoppedByCancellation } from '../composition/plan-cancellation.ts';
import { waitingQueue } from '../constructs/waiting-queue.ts';
import { watchedConditions } from './alarms.ts';
import { type FewestOrders, tooFewOrders } from './too-few-orders.ts';
import type { WatchedCondition } from './watched-condition.ts';
import type { WatchedOrders } from './watched-orders.ts';
import { workflowDashboard } from './workflow-dashboard.ts';

export interface WorkflowWatchProps {
  readonly orders: WatchedOrders;
  /** More orders than these within an hour ring an alarm. */
  readonly ordersAnHour: number;
  /** Fewer orders than are always to be expected ring an alarm; none does unless it is given. */
  readonly fewestOrders?: FewestOrders;
  /** Whether alarms may ring at what is computed of several metrics; they do unless it is false. */
  readonly computedAlarms?: boolean;
}

/** Tells people when orders need them: alarms, and a message for each execution that ends badly, on one topic. */
export class WorkflowWatch extends Construct {
  /** Where operators subscribe. */
  readonly operations: Topic;
  /** Messages about bad endings that the topic did not take. */
  readonly undeliveredEvents: Queue;
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: WorkflowWatchProps) {
    super(scope, id);
    const { orders, ordersAnHour, fewestOrders, computedAlarms = true } = props;
    this.operations = new Topic(this, 'Operations', { enforceSSL: true, masterKey: orders.dataKey });
    this.undeliveredEvents = waitingQueue(this, 'UndeliveredEvents', orders.dataKey);
    this.#letAlarmsPublish(orders);
    const { undeliveredEvents } = this;
    const stopped = this.#tellOfStopped(orders);
    const watched = [
      ...watchedConditions(orders, { undeliveredEvents, stopped, ordersAnHour }),
      ...(fewestOrders ? [tooFewOrders(this, orders, fewestOrders)] : []),
    ];
    const rung = watched.filter(({ metric }) => computedAlarms || !(metric instanceof MathExpression));
    const alarms = rung.map((condition) => this.#alarm(condition));
    for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(this.operations));
    // A dashboard cannot name what may not be there.
    const standing = alarms.filter((_, place) => rung[place]?.onlyIf === undefined);
    this.#tellOfBadEndings(orders);
    this.dashboard = workflowDashboard(this, orders, standing);
  }

  /**
   * A topic with a policy of its own has lost the default one, by which CloudWatch could publish; and the CDK's alarm action
   * grants nothing. Only alarms of this account and region may, and use the key for it.
   * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html and sns-key-management.html
   */
  #letAlarmsPublish({ dataKey }: WatchedOrders): void {
    const stack = Stack.of(this);
    const anyAlarm = stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const alarms = {
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': anyAlarm } },
    };
    this.operations.addToResourcePolicy(
      new PolicyStatement({ ...alarms, actions: ['sns:Publish'], resources: [this.operations.topicArn] }),
    );
    dataKey.addToResourcePolicy(
      new PolicyStatement({ ...alarms, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
  }

  #alarm({ id, says, runbook, metric, threshold, below, onlyIf }: WatchedCondition): Alarm {
    const { LESS_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD } = ComparisonOperator;
    const alarm = new Alarm(this, id, {
      alarmDescription: `${says} What to do: docs/runbook.md#${runbook}`,
      metric,
      threshold,
      comparisonOperator: below ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: below?.periods ?? 1,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const { defaultChild } = alarm.node;
    if (onlyIf && defaultChild instanceof CfnAlarm) defaultChild.cfnOptions.condition = onlyIf;
    return alarm;
  }

  /** Such events are best effort, so the alarms do not depend on them, where Step Functions counts itself. */
  #tellOfBadEndings(orders: WatchedOrders): void {
    this.#tellOf('BadEndings', 'that failed or took too long', orders, { status: ['FAILED', 'TIMED_OUT'] });
  }

  /**
   * Whoever cancels an order stops its execution under this error: that is as it should be. The event says it, as `null` or not at
   * all where it was stopped without one. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
   */
  #tellOfStopped(orders: WatchedOrders): Rule {
    const otherwise = [{ exists: false }, null, { 'anything-but': [stoppedByCancellation] }];
    return this.#tellOf('Stopped', 'that were stopped, other than by cancelling the order', orders, {
      status: ['ABORTED'],
      error: otherwise,
    });
  }

  /** The message names the execution and no data of it. */
  #tellOf(
    id: string,
    which: string,
    orders: WatchedOrders,
    detail: Readonly<Record<string, readonly unknown[]>>,
  ): Rule {
    const { stateMachine, cancellation } = orders;
    const machines = [stateMachine, ...(cancellation ? [cancellation] : [])];
    const message = [
      'Execution',
      EventField.fromPath('$.detail.name'),
      'has ended',
      EventField.fromPath('$.detail.status'),
    ];
    return new Rule(this, id, {
      description: `Executions of ${Names.nodeUniqueId(stateMachine.node)} ${which}`,
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: machines.map(({ stateMachineArn }) => stateMachineArn), ...detail },
      },
      targets: [
        // The target lets EventBridge publish and use the key, without a Condition: EventBridge tells SNS and the key of no
        // source, so one would match nothing. Only the queue behind it is told, and takes messages of this rule alone.
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
        new SnsTopic(this.operations, {
          deadLetterQueue: this.undeliveredEvents,
          message: RuleTargetInput.fromText(`${message.join(' ')}. What to do: docs/runbook.md`),
        }),
      ],
    });
  }
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { CompleteWorkflow } from './composition/workflow.ts';
import { keepData } from './constructs/keep-data.ts';
import { tableId } from './constructs/order-table.ts';
import { WorkflowWatch } from './observability/workflow-watch.ts';
import { orderWorkflow } from './order-workflow.ts';
import { OrderWorkflow } from './order-workflow-construct.ts';
import type { WorkflowType } from './policy/workflow-type.ts';
import { type DeploymentEnvironment, deploymentEnvironment } from './settings/deployment-environment.ts';
import { limitParameters } from './settings/limit-parameters.ts';
import { serviceAddresses, serviceRules } from './settings/service-rules.ts';
import { settingParameters } from './settings/setting-parameters.ts';

export interface OrderWorkflowStackProps extends StackProps {
  /** Another sentence than {@link orderWorkflow}. */
  readonly workflow?: CompleteWorkflow;
  /** How the deployment is kept; as `dev` unless given. */
  readonly environment?: DeploymentEnvironment;
  /** Standard unless given. */
  readonly type?: WorkflowType;
  /**
   * Whether alarms may ring at what is computed of several metrics; they do unless it is false. Only emulators of AWS need
   * it to be.
   */
  readonly computedAlarms?: boolean;
  /** Tables that stages can use and do without, by name, that the stack is to have: `catalog`, for the products. */
  readonly optionalTables?: readonly string[];
  /** Values that the deployment will give to the parameters of the settings, by parameter. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The order workflow, or another sentence, as one stack. */
export class OrderWorkflowStack extends Stack {
  readonly orders: OrderWorkflow;
  /** Where operators subscribe. */
  readonly operations: ITopic;

  constructor(scope: Construct, id: string, props: OrderWorkflowStackProps = {}) {
    const {
      workflow = orderWorkflow,
      environment = deploymentEnvironment(),
      settings = {},
      type = 'STANDARD',
      computedAlarms = true,
      optionalTables = [],
      ...stackProps
    } = props;
    super(scope, id, {
      description: 'Order workflow: validate, payment, shipping, notify',
      terminationProtection: environment.terminationProtection,
      ...stackProps,
    });
    const { concurrency, ...expected } = limitParameters(this);
    const { references, values } = settingParameters(this, workflow, settings);
    const addresses = serviceAddresses(workflow).flatMap((name) => references[name] ?? []);
    serviceRules(this, environment, addresses);
    const orders = new OrderWorkflow(this, 'Orders', {
      workflow,
      settings: references,
      settingValues: values,
      concurrency,
      type,
      environment,
      optionalTables,
    });
    this.orders = orders;
    const { operations, dashboard } = new WorkflowWatch(this, 'Watch', { orders, ...expected, computedAlarms });
    this.operations = operations;
    const { stateMachine, notifications, undeliveredNotices } = orders;
    new CfnOutput(this, 'PlaceOrdersAt', {
      description: 'The ARN to start executions at',
      value: orders.placeOrdersAt,
    });
    if (orders.cancellation)
      new CfnOutput(this, 'CancelOrdersAt', {
        description: 'The ARN to start cancellations at: { "orderId": "12345" }',
        value: orders.cancellation.stateMachineArn,
      });
    new CfnOutput(this, 'StateMachineArn', { value: stateMachine.stateMachineArn });
    new CfnOutput(this, 'NotificationsTopicArn', { value: notifications.topicArn });
    new CfnOutput(this, 'OperationsTopicArn', { value: operations.topicArn });
    new CfnOutput(this, 'UndeliveredNoticesUrl', { value: undeliveredNotices.queueUrl });
    if (orders.mail) {
      const { undeliveredLetters, condition } = orders.mail;
      const output = new CfnOutput(this, 'UndeliveredLettersUrl', { value: undeliveredLetters.queueUrl });
      if (condition) output.condition = condition;
    }
    for (const name of optionalTables)
      new CfnOutput(this, tableId(name), { value: orders.tables.get(name)?.tableName ?? '' });
    new CfnOutput(this, 'DashboardName', { value: dashboard.dashboardName });
    new CfnOutput(this, 'ExecutionLogs', { value: stateMachine.logGroup.logGroupName });
    keepData(this, environment.removalPolicy);
  }
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { orderWorkflow } from './order-workflow.ts';
import { OrderWorkflow } from './order-workflow-construct.ts';
import { settingParameters } from './setting-parameters.ts';

/** The order workflow as one stack. */
export class OrderWorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { description: 'Order workflow: validate, payment, shipping, notify', ...props });
    const { stateMachine, notifications, undeliveredNotices } = new OrderWorkflow(this, 'Orders', {
      workflow: orderWorkflow,
      settings: settingParameters(this, orderWorkflow),
    });
    new CfnOutput(this, 'StateMachineArn', { value: stateMachine.stateMachineArn });
    new CfnOutput(this, 'NotificationsTopicArn', { value: notifications.topicArn });
    new CfnOutput(this, 'UndeliveredNoticesUrl', { value: undeliveredNotices.queueUrl });
  }
}

import { deploymentEnvironment, OrderWorkflow, WorkflowWatch } from '@order-workflow/infra';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { shopWorkflow } from './shop-workflow.ts';

/** A shop that takes its orders by the order workflow. */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const dataKey = new Key(this, 'ShopKey', { enableKeyRotation: true });
    const orders = new OrderWorkflow(this, 'Orders', {
      workflow: shopWorkflow,
      environment: deploymentEnvironment('prod'),
      settings: {
        PAYMENT_GATEWAY_URL: 'https://payments.shop.example',
        CARRIER_URL: 'https://parcels.shop.example',
      },
      dataKey,
      notifications: new Topic(this, 'ShopNews', { masterKey: dataKey, enforceSSL: true }),
      undeliveredNotices: new Queue(this, 'Untold', {
        encryption: QueueEncryption.KMS,
        encryptionMasterKey: dataKey,
        retentionPeriod: Duration.days(14),
      }),
    });
    const { operations } = new WorkflowWatch(this, 'Watch', { orders, ordersAnHour: 1_000 });
    new CfnOutput(this, 'PlaceOrdersAt', { value: orders.placeOrdersAt });
    new CfnOutput(this, 'OperationsTopicArn', { value: operations.topicArn });
  }
}

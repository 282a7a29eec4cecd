import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { keepData } from './constructs/keep-data.ts';
import { OrderApi, type OrderApiProps } from './order-api-construct.ts';
import { deploymentEnvironment } from './settings/deployment-environment.ts';

export interface OrderApiStackProps extends StackProps, OrderApiProps {}

/** The order API as a stack of its own, beside the workflow's, which is the same with and without it but for its outputs. */
export class OrderApiStack extends Stack {
  readonly api: OrderApi;

  constructor(scope: Construct, id: string, { orders, operations, environment, ...stackProps }: OrderApiStackProps) {
    const kept = environment ?? deploymentEnvironment();
    super(scope, id, {
      description: 'Order API: places, follows and cancels orders over HTTP, one by one or in batches',
      terminationProtection: kept.terminationProtection,
      ...stackProps,
    });
    this.api = new OrderApi(this, 'OrderApi', { orders, operations, environment: kept });
    acknowledgeExecutionsOf(this.api, Stack.of(orders).stackName);
    new CfnOutput(this, 'Url', { description: 'Where the order API answers', value: this.api.url });
    new CfnOutput(this, 'BatchesPlacedAt', {
      description: 'The state machine that places batches, whose executions are looked at, and redriven, there',
      value: this.api.batches.stateMachineArn,
    });
    keepData(this, kept.removalPolicy);
  }
}

/** Under which names the CDK publishes the machines' names to other stacks; where it changes them, the synthesis fails. */
const publishedNames = ['OrdersStateMachine7AF3635AName5B442900', 'OrdersCancellationStateMachineC598D407Name4EC9A6AF'];

/** A role may describe the executions of a machine only by a `*` in its ARN; cdk-nag writes the reference out. */
function acknowledgeExecutionsOf(api: OrderApi, stackName: string): void {
  const reason = 'It says how an execution stands, whichever an order has, of the two machines that orders go through.';
  for (const name of publishedNames) {
    const output = { StackName: stackName, Region: { Ref: 'AWS::Region' }, OutputName: `PublishOutputFnGetAtt${name}` };
    const reference = JSON.stringify({ 'Fn::GetStackOutput': output });
    const arn = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${reference}:*`;
    Validations.of(api).acknowledge({ id: `AwsSolutions::AwsSolutions-IAM5[Resource::${arn}]`, reason });
  }
}

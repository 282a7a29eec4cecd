import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Findings of cdk-nag and of the CDK's own validation that are as they should be, each with its reason. Any finding of
 * cdk-nag that is not named here fails the synthesis.
 */
const acknowledged = {
  functions: [
    {
      id: 'Serverless::Serverless-LambdaDLQ',
      reason: 'Called by the state machine and answered synchronously: there is no event that could be lost.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'Only xray:PutTraceSegments and xray:PutTelemetryRecords, which AWS grants on * alone.',
    },
  ],
  mailer: [
    {
      id: 'Serverless::Serverless-LambdaDLQ',
      reason: 'Its events come from a queue, which has a queue behind it for what cannot be sent.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'Only xray:PutTraceSegments and xray:PutTelemetryRecords, which AWS grants on * alone.',
    },
    {
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason: 'SQS itself puts what cannot be sent into the queue behind it; a destination is for streams.',
    },
  ],
  apiFunctions: [
    {
      id: 'Serverless::Serverless-LambdaDLQ',
      reason: 'Called by API Gateway and answered synchronously: there is no event that could be lost.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'Only xray:PutTraceSegments and xray:PutTelemetryRecords, which AWS grants on * alone.',
    },
  ],
  apiRoutes: [
    {
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason:
        'Each route is authorized by IAM or, where an issuer is named, by tokens: the rule cannot read the condition.',
    },
  ],
  stateMachine: [
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray and the delivery of vended logs, which AWS grants on * alone.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Action::kms:GenerateDataKey*]',
      reason: 'The CDK asks for both forms of GenerateDataKey, on the one key of the workflow.',
    },
  ],
  batchTable: [
    {
      id: 'AwsSolutions::AwsSolutions-DDB3',
      reason:
        'Orders are in it until they are placed, and can be sent again: a backup would keep them for a month more.',
    },
  ],
  waitingQueues: [
    {
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'What waits in it waits for a person; a queue behind it would only hide it.',
    },
    {
      id: 'Serverless::Serverless-SQSRedrivePolicy',
      reason: 'What waits in it waits for a person; a queue behind it would only hide it.',
    },
  ],
  madeKeys: [
    {
      id: 'AwsSolutions::AwsSolutions-SMG4',
      reason:
        'Its fingerprints are compared for as long as orders are kept: under another key none would be known again.',
    },
  ],
  secretArns: [
    {
      id: 'CloudFormation-Validate::W2509',
      reason: 'The ARN of a secret, which its pattern makes sure of: who reads it still needs the permission.',
    },
  ],
} as const;

/** Acknowledges what is known of a construct and all below it. */
export function acknowledge(construct: IConstruct, what: keyof typeof acknowledged): void {
  for (const finding of acknowledged[what]) Validations.of(construct).acknowledge(finding);
}

/** Acknowledges that a role may use all that an ARN with a `*` names; cdk-nag writes references in it as `<LogicalId.Attribute>`. */
export function acknowledgeAllOf(construct: IConstruct, arn: string, reason: string): void {
  const id = `AwsSolutions::AwsSolutions-IAM5[Resource::${asNagWrites(Stack.of(construct).resolve(arn))}]`;
  Validations.of(construct).acknowledge({ id, reason });
}

function asNagWrites(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [separator, parts] = value['Fn::Join'];
    return parts.map(asNagWrites).join(separator);
  }
  return 'Fn::GetAtt' in value ? `<${[value['Fn::GetAtt']].flat().join('.')}>` : `<${'Ref' in value ? value.Ref : ''}>`;
}

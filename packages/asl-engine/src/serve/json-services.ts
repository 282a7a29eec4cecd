import type { JsonNames } from './json-names.ts';

/** A service that speaks AWS JSON: one POST, the action in a header. */
export interface JsonService {
  /** What stands before the action in `X-Amz-Target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** What a request is signed for. */
  readonly signed: string;
  /** How the SDK names the service in its errors: `DynamoDb`. */
  readonly named: string;
  /** How its members are written; as a state writes them unless told otherwise. */
  readonly names?: JsonNames;
  /** Common errors that its model has all the same. */
  readonly models?: readonly string[];
}

const one = '1.1' as const;
const zero = '1.0' as const;

/** Services that can be asked by `aws-sdk:<service>:<action>`, as Step Functions names them (their API references, and the SDKs' models). */
export const jsonServices: Readonly<Record<string, JsonService>> = {
  acm: { target: 'CertificateManager', version: one, signed: 'acm', named: 'Acm', models: ['ThrottlingException'] },
  athena: { target: 'AmazonAthena', version: one, signed: 'athena', named: 'Athena' },
  cloudwatchlogs: { target: 'Logs_20140328', version: one, signed: 'logs', named: 'CloudWatchLogs', names: 'camel' },
  codebuild: { target: 'CodeBuild_20161006', version: one, signed: 'codebuild', named: 'CodeBuild', names: 'camel' },
  cognitoidentityprovider: {
    ...{ target: 'AWSCognitoIdentityProviderService', version: one, signed: 'cognito-idp' },
    named: 'CognitoIdentityProvider',
  },
  dynamodb: { target: 'DynamoDB_20120810', version: zero, signed: 'dynamodb', named: 'DynamoDb', names: 'attributes' },
  ecr: { target: 'AmazonEC2ContainerRegistry_V20150921', version: one, signed: 'ecr', named: 'Ecr', names: 'camel' },
  ecs: { target: 'AmazonEC2ContainerServiceV20141113', version: one, signed: 'ecs', named: 'Ecs', names: 'camel' },
  eventbridge: { target: 'AWSEvents', version: one, signed: 'events', named: 'EventBridge' },
  firehose: { target: 'Firehose_20150804', version: one, signed: 'firehose', named: 'Firehose' },
  glue: { target: 'AWSGlue', version: one, signed: 'glue', named: 'Glue', models: ['ValidationException'] },
  kinesis: {
    ...{ target: 'Kinesis_20131202', version: one, signed: 'kinesis', named: 'Kinesis' },
    models: ['AccessDeniedException', 'ValidationException'],
  },
  kms: { target: 'TrentService', version: one, signed: 'kms', named: 'Kms' },
  secretsmanager: { target: 'secretsmanager', version: one, signed: 'secretsmanager', named: 'SecretsManager' },
  sqs: { target: 'AmazonSQS', version: zero, signed: 'sqs', named: 'Sqs' },
  ssm: { target: 'AmazonSSM', version: one, signed: 'ssm', named: 'Ssm' },
};

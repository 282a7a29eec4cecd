import type { StateReader } from '../definition/state-reader.ts';
import { isJsonObject } from '../json/json.ts';

const item = ['TableName', 'Key'];

/**
 * What an optimized integration cannot be asked without: the required members of the service's own request (its API reference), in
 * the PascalCase that Step Functions wants, without tokens that it fills in itself.
 */
const required: Readonly<Record<string, readonly string[]>> = {
  'apigateway:invoke': ['ApiEndpoint', 'Method'],
  'athena:getQueryExecution': ['QueryExecutionId'],
  'athena:getQueryResults': ['QueryExecutionId'],
  'athena:startQueryExecution': ['QueryString'],
  'batch:submitJob': ['JobName', 'JobQueue', 'JobDefinition'],
  'bedrock:invokeModel': ['ModelId'],
  'codebuild:batchDeleteBuilds': ['Ids'],
  'codebuild:batchGetReports': ['ReportArns'],
  'codebuild:startBuild': ['ProjectName'],
  'codebuild:startBuildBatch': ['ProjectName'],
  'codebuild:stopBuild': ['Id'],
  'databrew:startJobRun': ['Name'],
  'dynamodb:deleteItem': item,
  'dynamodb:getItem': item,
  'dynamodb:putItem': ['TableName', 'Item'],
  'dynamodb:updateItem': item,
  'ecs:runTask': ['TaskDefinition'],
  'emr-containers:startJobRun': ['VirtualClusterId'],
  'emr-serverless:startJobRun': ['ApplicationId', 'ExecutionRoleArn'],
  'events:putEvents': ['Entries'],
  'glue:startJobRun': ['JobName'],
  'http:invoke': ['ApiEndpoint', 'Method'],
  'lambda:invoke': ['FunctionName'],
  'mediaconvert:createJob': ['Role', 'Settings'],
  'sns:publish': ['Message'],
  'sqs:sendMessage': ['QueueUrl', 'MessageBody'],
  'states:startExecution': ['StateMachineArn'],
};

/**
 * Reports parameters that an integration lacks. What is asked with the state's input, or with what one expression gives, is known
 * only when it runs.
 */
export function checkRequiredParameters(reader: StateReader, integration: string): void {
  const field = reader.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  const given = reader.get(field);
  if (!isJsonObject(given) || !Object.hasOwn(required, integration)) return;
  for (const name of required[integration] ?? [])
    if (!Object.hasOwn(given, name) && !Object.hasOwn(given, `${name}.$`))
      reader.error(field, `The field "${name}" is required but was missing`);
}

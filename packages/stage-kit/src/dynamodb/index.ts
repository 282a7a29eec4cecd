export { type Attributes, type AttributeValue, attributes, plainValue } from './attribute-value.ts';
export { dynamoServiceFromEnvironment, neededVariable } from './aws-service-from-environment.ts';
export { callDynamo, type DynamoAnswer, type DynamoCall, type DynamoService } from './call-dynamo.ts';
export { type DynamoItems, dynamoItems, type ItemRead, type ItemWritten } from './dynamo-items.ts';
export type { AwsCredentials } from './sign-call.ts';

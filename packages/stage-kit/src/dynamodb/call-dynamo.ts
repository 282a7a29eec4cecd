import {
  type AwsAnswer,
  type AwsJsonProtocol,
  type AwsService,
  type CallAws,
  callJsonService,
} from './call-json-service.ts';

export type DynamoService = AwsService;
export type DynamoAnswer = AwsAnswer;
export type DynamoCall = CallAws;

const protocol: AwsJsonProtocol = {
  service: 'dynamodb',
  target: 'DynamoDB_20120810',
  /** DynamoDB, Error handling: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
  passing: /^(Throttl|ProvisionedThroughput|(Request)?LimitExceeded)|ConflictException$/,
};

/** Calls DynamoDB ({@link callJsonService}). */
export function callDynamo(service: DynamoService): DynamoCall {
  return callJsonService(protocol, service);
}

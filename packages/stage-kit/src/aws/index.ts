export { exchangeHttp, type HttpAnswer, type HttpRequest, parseJson } from '../adapters/exchange-http.ts';
export { keptConnections } from '../adapters/kept-connections.ts';
export { lambdaSurroundings } from '../adapters/lambda-surroundings.ts';
export { serviceAddress } from '../adapters/service-address.ts';
export { awsServiceFromEnvironment } from '../dynamodb/aws-service-from-environment.ts';
export {
  type AwsAnswer,
  type AwsJsonProtocol,
  type AwsService,
  type CallAws,
  callJsonService,
} from '../dynamodb/call-json-service.ts';
export { type AwsCall, signCall } from '../dynamodb/sign-call.ts';

export { exchangeHttp, type HttpAnswer, type HttpRequest, parseJson } from '../adapters/exchange-http.ts';
export { lambdaSurroundings } from '../adapters/lambda-surroundings.ts';
export { serviceAddress } from '../adapters/service-address.ts';
export { type AwsCall, signCall } from '../dynamodb/sign-call.ts';

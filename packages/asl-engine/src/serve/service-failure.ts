import { randomUUID } from 'node:crypto';
import { TaskFailure } from '../host/task-failure.ts';
import type { EndpointAnswer } from './endpoint-call.ts';
import { xmlMember } from './endpoint-call.ts';

/** How Step Functions names a service's errors. */
export interface ErrorNames {
  /** What stands before an error: `DynamoDB` for `dynamodb:putItem`, `DynamoDb` for `aws-sdk:dynamodb:putItem`. */
  readonly prefix: string;
  /** The SDK's exception for an error that the service's model does not have: `AmazonDynamoDBException`, `DynamoDbException`. */
  readonly general: string;
  /** The service as an optimized integration's cause names it: `AmazonDynamoDBv2`; undefined for `aws-sdk:…`. */
  readonly optimized?: string;
  /** Errors of `common` that this service's model has all the same. */
  readonly models?: readonly string[];
}

/** Errors that all services have, and so no service's model (each API reference, "Common Errors"). */
const common = new Set([
  ...['AccessDenied', 'AccessDeniedException', 'ExpiredTokenException', 'IncompleteSignature', 'InternalFailure'],
  ...['InvalidAction', 'InvalidClientTokenId', 'InvalidParameterCombination', 'InvalidParameterValue'],
  ...['InvalidQueryParameter', 'InvalidSignatureException', 'MalformedQueryString', 'MissingAction'],
  ...['MissingAuthenticationToken', 'MissingParameter', 'NotAuthorized', 'OptInRequired', 'RequestExpired'],
  ...['SerializationException', 'ServiceUnavailable', 'SignatureDoesNotMatch', 'ThrottlingException'],
  ...['UnknownOperationException', 'UnrecognizedClientException', 'ValidationError', 'ValidationException'],
]);

/** An error of a service as a task's failure, under the names and in the words that AWS has for it (recorded). */
export function serviceFailure(
  { prefix, general, optimized, models = [] }: ErrorNames,
  answer: EndpointAnswer,
  code: string,
  message: string,
): TaskFailure {
  const isGeneral = common.has(code) && !models.includes(code);
  const name = isGeneral ? general : code.endsWith('Exception') ? code : `${code}Exception`;
  const { status } = answer;
  const id = answer.header('x-amzn-requestid') ?? answer.header('x-amz-request-id') ?? randomUUID();
  const told = optimized
    ? `Service: ${optimized}; Status Code: ${status}; Error Code: ${code}; Request ID: ${id}; Proxy: null`
    : `Service: ${prefix}, Status Code: ${status}, Request ID: ${id}`;
  return new TaskFailure(`${prefix}.${name}`, `${message} (${told})`);
}

/** An error that a service answers with in XML. */
export function xmlFailure(names: ErrorNames, answer: EndpointAnswer): TaskFailure {
  const { text } = answer;
  return serviceFailure(
    names,
    answer,
    xmlMember(text, 'Code') ?? 'ServiceException',
    xmlMember(text, 'Message') ?? text,
  );
}

/** What an optimized integration's result carries beside the service's answer (recorded). */
export function sdkMetadata({ status, headers, header }: EndpointAnswer): object {
  return {
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(headers.map(([name, value]) => [name, [value]])),
      HttpHeaders: Object.fromEntries(headers),
      HttpStatusCode: status,
    },
    SdkResponseMetadata: { RequestId: header('x-amzn-requestid') ?? randomUUID() },
  };
}

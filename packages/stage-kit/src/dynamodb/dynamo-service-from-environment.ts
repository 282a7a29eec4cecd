import { serviceAddress } from '../adapters/service-address.ts';
import type { DynamoService } from './call-dynamo.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * DynamoDB as a function finds it. Region and credentials are Lambda's
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html); `AWS_ENDPOINT_URL_DYNAMODB`, or
 * `AWS_ENDPOINT_URL`, says where DynamoDB is instead of at AWS
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). An empty value is the same as none.
 *
 * @throws TypeError when the region is missing, and at a call when a credential is
 * @throws RangeError when the address may not be used
 */
export function dynamoServiceFromEnvironment(environment: Environment): DynamoService {
  const region = neededVariable(environment, 'AWS_REGION', 'a region of AWS');
  const address = environment['AWS_ENDPOINT_URL_DYNAMODB'] || environment['AWS_ENDPOINT_URL'];
  const url = serviceAddress(
    address || `https://dynamodb.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
  );
  if (url.pathname !== '/') throw new RangeError('the address of DynamoDB must not hold a path');
  const credentials = () => ({
    accessKeyId: neededVariable(environment, 'AWS_ACCESS_KEY_ID', 'the id of an access key'),
    secretAccessKey: neededVariable(environment, 'AWS_SECRET_ACCESS_KEY', 'an access key'),
    sessionToken: environment['AWS_SESSION_TOKEN'],
  });
  return { url, region, credentials };
}

/**
 * An environment variable that must be there.
 *
 * @param what it is: `a region of AWS`
 * @throws TypeError when it is missing or empty
 */
export function neededVariable(environment: Environment, name: string, what: string): string {
  const value = environment[name];
  if (!value) throw new TypeError(`${name}: missing, expected ${what}`);
  return value;
}

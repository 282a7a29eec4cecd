import { serviceAddress } from '../adapters/service-address.ts';
import type { DynamoService } from './call-dynamo.ts';
import type { AwsService } from './call-json-service.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How a service of AWS is found. */
interface AwsServiceNames {
  /** As people know it: `DynamoDB`. */
  readonly name: string;
  /** The first part of its host's name at AWS: `dynamodb`. */
  readonly host: string;
  /** What stands for it at the end of `AWS_ENDPOINT_URL_…`: `DYNAMODB`. */
  readonly variable: string;
}

/**
 * A service of AWS as a function finds it. Region and credentials are Lambda's
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html); `AWS_ENDPOINT_URL_DYNAMODB` and the like, or
 * `AWS_ENDPOINT_URL`, says where the service is instead of at AWS
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). An empty value is the same as none.
 *
 * @throws TypeError when the region is missing, and at a call when a credential is
 * @throws RangeError when the address may not be used
 */
export function awsServiceFromEnvironment(
  environment: Environment,
  { name, host, variable }: AwsServiceNames,
): AwsService {
  const region = neededVariable(environment, 'AWS_REGION', 'a region of AWS');
  const address = environment[`AWS_ENDPOINT_URL_${variable}`] || environment['AWS_ENDPOINT_URL'];
  const url = serviceAddress(
    address || `https://${host}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
  );
  if (url.pathname !== '/') throw new RangeError(`the address of ${name} must not hold a path`);
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

/**
 * DynamoDB as a function finds it ({@link awsServiceFromEnvironment}).
 *
 * @throws TypeError when the region is missing, and at a call when a credential is
 * @throws RangeError when the address may not be used
 */
export function dynamoServiceFromEnvironment(environment: Readonly<Record<string, string | undefined>>): DynamoService {
  return awsServiceFromEnvironment(environment, { name: 'DynamoDB', host: 'dynamodb', variable: 'DYNAMODB' });
}

import { serviceAddress } from '@order-workflow/stage-kit/aws';
import { type DynamoService, dynamoServiceFromEnvironment } from '@order-workflow/stage-kit/dynamodb';

/** A service of AWS that takes JSON, and who calls it: DynamoDB and Step Functions are described alike. */
export type AwsService = DynamoService;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds for one call of a service. An operation makes four at most, one after the other. */
export const awsCallTimeoutMs = 3_000;

/**
 * Step Functions as a function finds it: as it finds DynamoDB, at the address `AWS_ENDPOINT_URL_SFN` or `AWS_ENDPOINT_URL` where
 * there is one.
 *
 * @throws TypeError when the region is missing
 * @throws RangeError when the address may not be used
 */
export function statesFromEnvironment(environment: Environment): AwsService {
  const { region, credentials } = dynamoServiceFromEnvironment(environment);
  const address = environment['AWS_ENDPOINT_URL_SFN'] || environment['AWS_ENDPOINT_URL'];
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  return { url: serviceAddress(address || `https://states.${region}.amazonaws.com${suffix}`), region, credentials };
}

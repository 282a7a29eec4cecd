import { type AwsService, awsServiceFromEnvironment } from '@order-workflow/stage-kit/aws';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds for one call of a service. An operation makes four at most, one after the other. */
export const awsCallTimeoutMs = 3_000;

/**
 * Step Functions as a function finds it ({@link awsServiceFromEnvironment}).
 *
 * @throws TypeError when the region is missing
 * @throws RangeError when the address may not be used
 */
export function statesFromEnvironment(environment: Environment): AwsService {
  return awsServiceFromEnvironment(environment, { name: 'Step Functions', host: 'states', variable: 'SFN' });
}

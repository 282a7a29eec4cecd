import { awsServiceFromEnvironment } from './aws-service-from-environment.ts';
import type { DynamoService } from './call-dynamo.ts';

/**
 * DynamoDB as a function finds it ({@link awsServiceFromEnvironment}).
 *
 * @throws TypeError when the region is missing, and at a call when a credential is
 * @throws RangeError when the address may not be used
 */
export function dynamoServiceFromEnvironment(environment: Readonly<Record<string, string | undefined>>): DynamoService {
  return awsServiceFromEnvironment(environment, { name: 'DynamoDB', host: 'dynamodb', variable: 'DYNAMODB' });
}

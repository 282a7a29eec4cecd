import { expect, it } from 'vitest';
import { sdkErrorName, sdkName } from './sdk-names.ts';

// Names of AWS's SDK for Java 2.x, which Step Functions uses.
it.each([
  ['FunctionName', 'FunctionName'],
  ['functionName', 'FunctionName'],
  ['DBClusterIdentifier', 'DbClusterIdentifier'],
  ['VpcId', 'VpcId'],
  ['IAMDatabaseAuthenticationEnabled', 'IamDatabaseAuthenticationEnabled'],
  ['TTL', 'Ttl'],
  ['ETag', 'ETag'],
  ['CodeSha256', 'CodeSha256'],
  ['SSEKMSKeyId', 'SsekmsKeyId'],
  ['BOOL', 'Bool'],
  ['NULL', 'Nul'],
])('%s of an API is %s in a state', (name, written) => {
  expect(sdkName(name)).toBe(written);
});

it.each([
  ['DBClusterNotFoundFault', 'DbClusterNotFoundException'],
  ['ResourceNotFoundException', 'ResourceNotFoundException'],
  ['NoSuchBucket', 'NoSuchBucketException'],
])('the error %s is %s in a state', (name, written) => {
  expect(sdkErrorName(name)).toBe(written);
});

import { describe, expect, it } from 'vitest';
import { describeCloudFailure } from '../../src/deployment/describe-cloud-failure.ts';

const failure = (name: string, message = 'no', more = {}) => Object.assign(new Error(message), { name }, more);

describe(describeCloudFailure, () => {
  it.each([
    [failure('CredentialsProviderError'), 'There are no AWS credentials: set AWS_PROFILE'],
    [failure('ExpiredTokenException'), 'The AWS credentials have expired: sign in again.'],
    [failure('InvalidClientTokenId'), 'AWS does not know these credentials (InvalidClientTokenId).'],
    [failure('AccessDenied', 'not you'), 'AWS does not allow it: not you'],
    [failure('Error', 'connect', { code: 'ENOTFOUND' }), 'AWS cannot be reached (ENOTFOUND)'],
    [failure('Throttling', 'Rate exceeded'), 'AWS answered Throttling: Rate exceeded'],
  ])('says in a sentence what %s means', (error, sentence) => {
    expect(describeCloudFailure(error)).toContain(sentence);
  });
});

/** AWS cannot be asked. The message is one sentence with what to do about it. */
export class CloudUnavailable extends Error {
  override readonly name = 'CloudUnavailable';
}

/** What an error of the AWS SDK means to somebody who wants to deploy, in one sentence. */
export function describeCloudFailure(error: unknown): string {
  const { name = 'Error', message = String(error), code } = error as Partial<Error & { code: string }>;
  switch (name) {
    case 'CredentialsProviderError':
      return 'There are no AWS credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
    case 'ExpiredToken':
    case 'ExpiredTokenException':
    case 'TokenProviderError':
      return 'The AWS credentials have expired: sign in again.';
    case 'InvalidClientTokenId':
    case 'SignatureDoesNotMatch':
    case 'UnrecognizedClientException':
      return `AWS does not know these credentials (${name}).`;
    case 'AccessDenied':
    case 'AccessDeniedException':
      return `AWS does not allow it: ${message}`;
    default:
      return code === undefined
        ? `AWS answered ${name}: ${message}`
        : `AWS cannot be reached (${code}): check the region and the network.`;
  }
}

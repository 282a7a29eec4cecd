import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CloudUnavailable, describeCloudFailure } from '../describe-cloud-failure.ts';

/**
 * The text of a secret.
 *
 * @throws CloudUnavailable when it cannot be read
 */
export async function readSecret(client: SecretsManagerClient, secret: string): Promise<string> {
  try {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
    return SecretString;
  } catch (error) {
    throw new CloudUnavailable(`${describeCloudFailure(error)} (secretsmanager:GetSecretValue of ${secret})`, {
      cause: error,
    });
  }
}

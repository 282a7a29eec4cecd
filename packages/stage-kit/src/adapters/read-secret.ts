import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Milliseconds for a connection and for an answer, so that two tries fit into what the stage can wait. */
const waits = { connectionTimeout: 1_000, requestTimeout: 1_000, throwOnRequestTimeout: true };

/**
 * The text of a secret in AWS Secrets Manager, as it is now. Import this file late: the SDK is four times as large as all
 * the rest of a stage, and only a deployment with a secret needs it.
 *
 * @throws the SDK's errors; empty when the secret is binary
 */
export async function readSecret(arn: string): Promise<string> {
  const client = new SecretsManagerClient({ maxAttempts: 2, requestHandler: waits });
  try {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    return SecretString;
  } finally {
    client.destroy();
  }
}

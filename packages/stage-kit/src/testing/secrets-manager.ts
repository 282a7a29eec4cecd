import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';

/**
 * AWS Secrets Manager on loopback with one secret, where the SDK finds it for the rest of the test. Without a secret's
 * text it answers that there is none. Speaks `GetSecretValue` of its JSON protocol.
 */
export async function startSecretsManager(arn: string, text: () => string | undefined): Promise<void> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && JSON.parse(body).SecretId;
    const found = asked === arn ? text() : undefined;
    const answer =
      found === undefined ? { __type: 'ResourceNotFoundException', message: arn } : { SecretString: found };
    response.writeHead(found === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${port}`);
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  });
}

import { holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSecretsManager } from '../testing/secrets-manager.ts';
import { startUnreliableServer, type UnreliableServerOptions } from '../testing/unreliable-server.ts';
import { exchangeJson } from './exchange-json.ts';
import { jsonServiceFromEnvironment } from './json-service-from-environment.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:stock-AbCdEf';

async function started(options: Partial<UnreliableServerOptions> = {}) {
  const server = await startUnreliableServer({ serve: () => ({ status: 200, body: { kept: true } }), ...options });
  onTestFinished(server.close);
  return server;
}

function asking(environment: Readonly<Record<string, string>>) {
  const service = jsonServiceFromEnvironment(environment, 'STOCK');
  if (!service) throw new Error('expected a service');
  const exchange = exchangeJson(service);
  return () => exchange({ method: 'GET', path: 'reservations/1' });
}

describe(jsonServiceFromEnvironment, () => {
  it.each([{}, { STOCK_URL: '', STOCK_TIMEOUT_MS: '' }, { CARRIER_URL: 'https://carrier.example' }])(
    'is nobody without an address of its own: %j',
    (environment) => expect(jsonServiceFromEnvironment(environment, 'STOCK')).toBeUndefined(),
  );

  it('waits for a call as long as is set, and no longer', async () => {
    const limits = holdTimeLimits();
    onTestFinished(limits.letGo);
    const server = await started({ onSilence: limits.pass });
    const ask = asking({ STOCK_URL: server.url, STOCK_TIMEOUT_MS: '1000' });
    expect(await ask()).toMatchObject({ kind: 'response', status: 200, body: { kept: true } });
    server.misbehave('silence-before');
    expect(await ask()).toEqual({ kind: 'lost', detail: 'no answer within 1000 ms' });
    expect(limits.asked).toEqual([1_000, 1_000]);
  });

  it('shows the secret that is named, and after a rotation the new one, as soon as the old one is refused', async () => {
    let secret = 'key-1';
    let accepted = 'key-1';
    await startSecretsManager(arn, () => secret);
    const server = await started({ token: () => accepted });
    const ask = asking({ STOCK_URL: server.url, STOCK_SECRET_ARN: arn });
    expect(await ask()).toMatchObject({ status: 200 });
    secret = accepted = 'key-2';
    expect(await ask()).toMatchObject({ status: 401 });
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it('sends nothing when the secret cannot be read, and does not say more than why', async () => {
    await startSecretsManager(arn, () => undefined);
    const server = await started();
    const detail = 'the credential could not be read (ResourceNotFoundException)';
    expect(await asking({ STOCK_URL: server.url, STOCK_SECRET_ARN: arn })()).toEqual({ kind: 'not-sent', detail });
    expect(server.seen).toEqual([]);
  });

  it('refuses a secret for nobody: what stands in for the service would take every order unseen', () => {
    expect(() => jsonServiceFromEnvironment({ STOCK_SECRET_ARN: arn }, 'STOCK')).toThrow(
      'STOCK_SECRET_ARN: given without STOCK_URL, expected both',
    );
  });

  it.each(['0', '-1', '1.5', 'soon', '5001', 'Infinity'])('refuses a time-out of %s', (milliseconds) => {
    expect(() => jsonServiceFromEnvironment({ STOCK_TIMEOUT_MS: milliseconds }, 'STOCK')).toThrow(RangeError);
  });
});

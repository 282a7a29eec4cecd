import { deepStrictEqual, match } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';
import { apiStackName, deploymentEnvironment } from '../../src/settings/deployment-environment.ts';
import { type DeployedProof, repository } from './proof.ts';
import { runQuietly } from './run-quietly.ts';
import type { SimulatedServices } from './simulated-services.ts';

/** In the place of a signature, which the emulator asks for and does not verify. */
const authorization = 'AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/execute-api/aws4_request';

const comesWithinMs = 120_000;
const batchedOrder = 'placed-in-a-batch';

/**
 * Has the storefront of the examples place, watch and cancel an order through the deployed HTTP API, sends a batch through it, and
 * asks gateway and carrier what came of both. A caller that does not say who it is is turned away.
 */
export async function proveOrderApi(proof: DeployedProof, services: SimulatedServices) {
  const api = await addressOf(proof);
  deepStrictEqual((await fetch(`${api}/orders`)).status, 403);
  const orderId = 'placed-over-http';
  const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
  try {
    const file = join(folder, 'order.json');
    writeFileSync(file, orderCalled(orderId));
    const shop = async (...args: string[]) => {
      const env = { ...proof.env, ORDER_API: api, ORDER_API_AUTHORIZATION: authorization };
      const program = `${repository}/examples/storefront/storefront.mjs`;
      const { stdout } = await runQuietly('node', [program, ...args], { cwd: folder, env });
      return stdout.trimEnd().split('\n').at(-1) ?? '';
    };
    const placed = await shop('place', file);
    deepStrictEqual(placed, `${orderId}: fulfilled, money charged, parcel sent`);
    deepStrictEqual(await shop('place', file), placed);
    deepStrictEqual(booksOf(services, orderId), { charges: 1, parcels: 1 });
    match(await shop('cancel', orderId), /: cancelled, money nothing-held, parcel none$/);
    deepStrictEqual(booksOf(services, orderId), { charges: 0, parcels: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const lines = await sendBatch(api, services);
  return { seen: `${orderId} fulfilled, then cancelled; a batch answered ${lines}; 403 to nobody` };
}

/** Where the emulator answers for an API: CloudFormation names a host that no name service knows. */
async function addressOf({ clients, env }: DeployedProof): Promise<string> {
  const stack = await cloudFormationStacks(clients.cloudFormation).read(apiStackName(deploymentEnvironment('dev')));
  const [, apiId] = /\/\/([^.]+)\.execute-api\./.exec(stack?.outputs['Url'] ?? '') ?? [];
  if (apiId === undefined) throw new Error(`the stack of the order API has no address: ${stack?.outputs['Url']}`);
  return `${env['AWS_ENDPOINT_URL']}/_aws/execute-api/${apiId}`;
}

async function sendBatch(api: string, services: SimulatedServices): Promise<string> {
  const headers = { authorization, 'content-type': 'application/jsonl', 'idempotency-key': 'a batch' };
  const body = `${orderCalled(batchedOrder)}\n{\n${orderCalled(batchedOrder)}`;
  const sent = await fetch(`${api}/batches`, { method: 'POST', headers, body });
  deepStrictEqual(sent.status, 202);
  const asked = async (path: string) => fetch(`${api}${path}`, { headers: { authorization } });
  const location = sent.headers.get('location') ?? '';
  for (const limit = Date.now() + comesWithinMs; ; await sleep(500)) {
    const { progress } = (await (await asked(location)).json()) as { readonly progress: string };
    if (progress === 'ended') break;
    if (Date.now() > limit) throw new Error(`after ${comesWithinMs / 1000} s the batch is ${progress}`);
  }
  const result = (await (await asked(`${location}/result`)).text()).trimEnd().split('\n');
  const statuses = result.map((line) => JSON.parse(line).status);
  deepStrictEqual(statuses, [202, 400, 202]);
  for (const limit = Date.now() + comesWithinMs; booksOf(services, batchedOrder).parcels === 0; await sleep(200))
    if (Date.now() > limit) throw new Error(`after ${comesWithinMs / 1000} s the order of the batch has no parcel`);
  deepStrictEqual(booksOf(services, batchedOrder), { charges: 1, parcels: 1 });
  return statuses.join(', ');
}

function booksOf({ gateway, carrier }: SimulatedServices, orderId: string) {
  return {
    charges: gateway.ledger.charges(orderId).filter(({ status }) => status === 'charged').length,
    parcels: carrier.ledger.shipments(orderId).length,
  };
}

function orderCalled(orderId: string): string {
  const sample = JSON.parse(readFileSync(`${repository}/examples/orders/sample.json`, 'utf8'));
  return JSON.stringify({ ...sample, orderId });
}

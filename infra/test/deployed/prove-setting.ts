import { deepStrictEqual, notStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runProgram } from './deploy-stack.ts';
import { endThere } from './end-there.ts';
import { liveVersions } from './live-versions.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import { CommandFailed } from './run-quietly.ts';
import type { SimulatedServices } from './simulated-services.ts';

/**
 * Updates four stages: they get a gateway and a carrier over HTTP, of which none goes without the other. The aliases call new
 * versions of these and the old ones of all others, and the next order is charged and shipped there.
 */
export async function proveSetting(proof: DeployedProof, { gateway, carrier }: SimulatedServices) {
  const before = await liveVersions(proof);
  const addresses = [`PaymentGatewayUrl=${gateway.url}`, `CarrierUrl=${carrier.url}`];
  const torn = await runProgram(proof, 'deploy', '--yes', '--parameters', ...addresses.slice(0, 1)).catch(
    (error: unknown) => error,
  );
  if (!(torn instanceof CommandFailed)) throw new Error('a gateway was deployed without a carrier');
  await runProgram(proof, 'deploy', '--yes', ...addresses.flatMap((address) => ['--parameters', address]));
  const after = await liveVersions(proof);
  const updated = Object.keys(after).filter((name) => after[name] !== before[name]);
  deepStrictEqual(updated, [
    'CancelShipmentFunction',
    'ProcessPaymentFunction',
    'RefundPaymentFunction',
    'ShipOrderFunction',
  ]);

  const order = JSON.parse(readFileSync(`${repository}/examples/orders/sample.json`, 'utf8'));
  const input = JSON.stringify({ ...order, orderId: 'charged-over-http' });
  const { ending } = await endThere(proof.clients, output(proof, 'PlaceOrdersAt'), 'charged-over-http', input);
  deepStrictEqual([ending.outcome, gateway.ledger.held('charged-over-http')], ['fulfilled', 3998]);
  notStrictEqual(before['ProcessPaymentFunction'], undefined);
  const [version] = updated.map((name) => `${before[name]} → ${after[name]}`);
  return { seen: `versions ${version} of ${updated.join(' and ')}, 3998 held at the gateway` };
}

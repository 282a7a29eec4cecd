import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type ChargeRequest, httpPaymentGateway } from '@order-workflow/payment';
import { httpCarrier, type ShipmentRequest } from '@order-workflow/shipping';
import { expect, it } from 'vitest';
import { startCarrier } from '../src/carrier/start-carrier.ts';
import { startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { temporaryLedgerFile } from './temporary-ledger-file.ts';

const script = fileURLToPath(new URL('./serve-ledger-file.ts', import.meta.url));
const amount = { amount: 3_998, currency: 'EUR' } as const;
const chargeOf = (order: number): ChargeRequest => ({ key: `order-${order}-charge`, amount, method: 'CreditCard' });
const shipmentOf = (order: number): ShipmentRequest => {
  return { key: `order-${order}-ship`, service: 'Pickup', weight: 1, contents: [{ sku: 'SKU001', quantity: 1 }] };
};

async function startProcess(ledgerFile: string) {
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', script, ledgerFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const urls: { gateway: string; carrier: string } = JSON.parse(String(line));
  return {
    gateway: httpPaymentGateway({ url: urls.gateway, timeoutMs: 60_000 }),
    carrier: httpCarrier({ url: urls.carrier, timeoutMs: 60_000 }),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

it('keeps what it answered, and no half of anything, when its process is killed under load', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const charged = new Map<number, string>();
  const shipped = new Map<number, string>();
  let order = 0;
  for (let round = 0; round < 2; round++) {
    const { gateway, carrier, kill } = await startProcess(ledgerFile);
    let alive = true;
    const client = async () => {
      while (alive) {
        const mine = order++;
        const [charge, shipment] = await Promise.all([gateway.charge(chargeOf(mine)), carrier.book(shipmentOf(mine))]);
        if (charge.kind === 'charged') charged.set(mine, charge.chargeId);
        if (shipment.kind === 'booked') shipped.set(mine, shipment.shipmentId);
      }
    };
    const clients = Array.from({ length: 8 }, client);
    const goal = charged.size + 20;
    await expect.poll(() => charged.size, { interval: 1 }).toBeGreaterThan(goal);
    await kill();
    alive = false;
    await Promise.all(clients);
  }

  const gateway = await startPaymentGateway({ ledgerFile });
  const carrier = await startCarrier({ ledgerFile });
  const again = httpPaymentGateway({ url: gateway.url, timeoutMs: 60_000 });
  for (const [mine, chargeId] of charged)
    expect(gateway.ledger.charges(String(mine))).toMatchObject([{ chargeId, status: 'charged', amount }]);
  for (const [mine, shipmentId] of shipped)
    expect(carrier.ledger.shipments(String(mine))).toMatchObject([{ shipmentId, status: 'booked' }]);
  const made = gateway.ledger.journal().filter((entry) => entry.kind === 'effect');
  const answered = gateway.ledger.journal().filter((entry) => entry.kind === 'call');
  expect(made.map(({ key }) => key)).toEqual(answered.map(({ key }) => key));
  expect(gateway.ledger.held()).toBe(made.length * amount.amount);
  for (const { key } of made) expect(await again.find({ ...chargeOf(0), key })).toMatchObject({ kind: 'charged' });
  await Promise.all([gateway.close(), carrier.close()]);
  remove();
});

it('is one ledger to two processes that have it open at once', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const [one, two] = await Promise.all([startProcess(ledgerFile), startProcess(ledgerFile)]);
  const orders = Array.from({ length: 20 }, (_, order) => order);
  const answers = await Promise.all(
    orders.flatMap((order) => [one.gateway.charge(chargeOf(order)), two.gateway.charge(chargeOf(order))]),
  );
  for (const order of orders) expect(answers[2 * order]).toEqual(answers[2 * order + 1]);
  await Promise.all([one.kill(), two.kill()]);
  const { ledger, close } = await startPaymentGateway({ ledgerFile });
  expect(ledger.held()).toBe(orders.length * amount.amount);
  await close();
  remove();
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startCarrier } from '../src/carrier/start-carrier.ts';
import { startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { temporaryLedgerFile } from '../src/testing/temporary-ledger-file.ts';

const script = fileURLToPath(new URL('./serve-ledger-file.ts', import.meta.url));
const amount = { amount: 3_998, currency: 'EUR' } as const;
const chargeOf = (order: number) => ({ key: `order-${order}-charge`, amount, method: 'CreditCard' });
const shipmentOf = (order: number) => {
  return { key: `order-${order}-ship`, service: 'Pickup', weight: 1, contents: [{ sku: 'SKU001', quantity: 1 }] };
};

/** What is answered; nothing, when the process is killed before it has answered. */
type Answered = { readonly status?: string; readonly chargeId: string; readonly shipmentId: string };
const post = (url: string, body: { readonly key: string }): Promise<Partial<Answered>> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': body.key },
    body: JSON.stringify(body),
  }).then(
    (answer) => answer.json().catch(() => ({})) as Promise<Partial<Answered>>,
    () => ({}),
  );

async function startProcess(ledgerFile: string) {
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', script, ledgerFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const urls: { gateway: string; carrier: string } = JSON.parse(String(line));
  return {
    charge: (order: number) => post(`${urls.gateway}/charges`, chargeOf(order)),
    book: (order: number) => post(`${urls.carrier}/shipments`, shipmentOf(order)),
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
    const { charge, book, kill } = await startProcess(ledgerFile);
    let alive = true;
    const client = async () => {
      while (alive) {
        const mine = order++;
        const [{ status, chargeId }, parcel] = await Promise.all([charge(mine), book(mine)]);
        if (status === 'charged' && chargeId) charged.set(mine, chargeId);
        if (parcel.status === 'booked' && parcel.shipmentId) shipped.set(mine, parcel.shipmentId);
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
  for (const [mine, chargeId] of charged)
    expect(gateway.ledger.charges(String(mine))).toMatchObject([{ chargeId, status: 'charged', amount }]);
  for (const [mine, shipmentId] of shipped)
    expect(carrier.ledger.shipments(String(mine))).toMatchObject([{ shipmentId, status: 'booked' }]);
  const made = gateway.ledger.journal().filter((entry) => entry.kind === 'effect');
  const answered = gateway.ledger.journal().filter((entry) => entry.kind === 'call');
  expect(made.map(({ key }) => key)).toEqual(answered.map(({ key }) => key));
  expect(gateway.ledger.held()).toBe(made.length * amount.amount);
  for (const { key } of made) {
    const found = await fetch(`${gateway.url}/charges/${key}`);
    expect(await found.json()).toMatchObject({ key, status: 'charged' });
  }
  await Promise.all([gateway.close(), carrier.close()]);
  remove();
});

it('is one ledger to two processes that have it open at once', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const [one, two] = await Promise.all([startProcess(ledgerFile), startProcess(ledgerFile)]);
  const orders = Array.from({ length: 20 }, (_, order) => order);
  const answers = await Promise.all(orders.flatMap((order) => [one.charge(order), two.charge(order)]));
  for (const order of orders) {
    expect(answers[2 * order]).toMatchObject({ key: `order-${order}-charge`, status: 'charged' });
    expect(answers[2 * order]).toEqual(answers[2 * order + 1]);
  }
  await Promise.all([one.kill(), two.kill()]);
  const { ledger, close } = await startPaymentGateway({ ledgerFile });
  expect(ledger.held()).toBe(orders.length * amount.amount);
  await close();
  remove();
});

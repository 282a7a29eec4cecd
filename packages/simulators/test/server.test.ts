import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCarrier } from '../src/carrier/start-carrier.ts';
import { createSwitchboard } from '../src/faults/switchboard.ts';
import { type PaymentGatewaySimulator, startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { targets } from '../src/testing/fault-at.ts';
import { temporaryLedgerFile } from '../src/testing/temporary-ledger-file.ts';

let server: PaymentGatewaySimulator;
beforeEach(async () => {
  server = await startPaymentGateway({ switchboard: createSwitchboard({ targets, serves: ['gateway'] }) });
});
afterEach(() => server.close());

const json = { 'content-type': 'application/json' };
const charge = { key: 'order-7-charge', amount: { amount: 1, currency: 'EUR' }, method: 'CreditCard' };

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = json) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(server.url + path, { method, headers, ...(text !== undefined && { body: text }) });
  const { status } = answer;
  return { status, body: await answer.json() };
}

describe('the server of a simulator', () => {
  it('lists, switches on and switches off faults', async () => {
    const on = await send('PUT', '/_faults', { faults: ['payment=declined:2', 'refund=cut-after'] });
    expect(on).toMatchObject({
      status: 200,
      body: { on: [{ fault: 'payment=declined:2', left: 2, struck: 0 }, { fault: 'refund=cut-after' }] },
    });
    expect(await send('GET', '/_faults')).toEqual(on);
    const { known } = on.body as { known: { name: string }[] };
    expect(known).toContainEqual({
      name: 'declined',
      layers: ['gateway'],
      description: 'declines the charge',
    });
    expect(known.map(({ name }) => name)).not.toContain('killed');
    expect(await send('DELETE', '/_faults')).toMatchObject({ status: 200, body: { on: [] } });
  });

  it.each([
    [{ faults: ['payment=lost'] }, 'no-such-fault', 'payment has no fault "lost"'],
    [{ faults: ['shipping=refused'] }, 'no-such-fault', 'cannot strike here'],
    [{ faults: 'payment=declined' }, 'bad-request', 'faults'],
    [{ faults: [], more: 1 }, 'bad-request', 'unknown fields'],
    [{}, 'bad-request', 'faults'],
  ])('turns %j away and keeps what is on', async (body, error, detail) => {
    await send('PUT', '/_faults', { faults: ['payment=late'] });
    const answer = await send('PUT', '/_faults', body);
    expect(answer).toEqual({ status: 400, body: { error, detail: expect.stringContaining(detail) } });
    expect(await send('GET', '/_faults')).toMatchObject({ body: { on: [{ fault: 'payment=late' }] } });
  });

  it('shares a switchboard with another simulator', async () => {
    const switchboard = createSwitchboard({ targets });
    const [gateway, carrier] = await Promise.all([startPaymentGateway({ switchboard }), startCarrier({ switchboard })]);
    const body = JSON.stringify({ faults: ['shipping=refused', 'payment=killed'] });
    await fetch(`${gateway.url}/_faults`, { method: 'PUT', headers: json, body });
    const seen = await fetch(`${carrier.url}/_faults`).then((answer) => answer.json());
    expect(seen).toMatchObject({ on: [{ fault: 'shipping=refused' }, { fault: 'payment=killed' }] });
    await Promise.all([gateway.close(), carrier.close()]);
  });

  it('shows its ledger', async () => {
    await send('POST', '/charges', charge, { ...json, 'idempotency-key': charge.key });
    const call = { kind: 'call', call: 'charge', key: charge.key, amount: charge.amount, status: 201 };
    const effect = { kind: 'effect', effect: 'charged', key: charge.key, id: 'ch_1', amount: charge.amount };
    expect(await send('GET', '/_ledger')).toMatchObject({
      status: 200,
      body: { held: 1, charges: [{ status: 'charged' }], journal: [effect, call] },
    });
  });

  it.each([
    ['a field that is not known', { ...charge, secret: 'x' }, charge.key, 'unknown fields in the body'],
    [
      'a fraction of a minor unit',
      { ...charge, amount: { amount: 0.5, currency: 'EUR' } },
      charge.key,
      'amount.amount',
    ],
    ['less than nothing', { ...charge, amount: { amount: -1, currency: 'EUR' } }, charge.key, 'amount.amount'],
    ['a key that is none', { ...charge, key: '../x' }, '../x', 'key'],
    ['another Idempotency-Key', charge, 'order-8-charge', 'an Idempotency-Key other than the key'],
    ['no object', [], charge.key, 'the body'],
  ])('refuses %s and charges nothing', async (_, body, key, detail) => {
    const answer = await send('POST', '/charges', body, { ...json, 'idempotency-key': key });
    expect(answer).toEqual({ status: 400, body: { error: 'bad-request', detail } });
    expect(server.ledger.charges()).toEqual([]);
  });

  it.each([
    ['GET', '/', undefined, 404],
    ['GET', '/charges', undefined, 404],
    ['DELETE', '/charges/order-7-charge', undefined, 404],
    ['PUT', '/charges/order-7-charge/refund', undefined, 404],
    ['PUT', '/charges/order-7-charge/block/x', undefined, 404],
    ['GET', '/charges/order%207', undefined, 400],
    ['GET', '/%E0%A4%A', undefined, 400],
    ['POST', '/charges', '{"key":', 400],
    ['POST', '/charges', `"${'x'.repeat(70_000)}"`, 413],
    ['POST', '/_faults', { faults: [] }, 405],
    ['POST', '/_ledger', undefined, 404],
  ])('answers %s %s as it should be', async (method, path, body, status) => {
    expect(await send(method, path, body)).toMatchObject({ status });
  });

  it('takes no body that a page of another origin may send unasked', async () => {
    const headers = { 'content-type': 'text/plain', 'idempotency-key': charge.key };
    expect(await send('POST', '/charges', charge, headers)).toMatchObject({ status: 415 });
    expect(server.ledger.charges()).toEqual([]);
  });

  it('may be closed twice', async () => {
    const { ledgerFile, remove } = temporaryLedgerFile();
    const { close } = await startPaymentGateway({ ledgerFile });
    await close();
    await expect(close()).resolves.toBeUndefined();
    remove();
  });

  it('cuts whoever still waits when it is closed', async () => {
    await send('PUT', '/_faults', { faults: ['payment=timeout-after-success'] });
    const headers = { ...json, 'idempotency-key': charge.key };
    const waiting = send('POST', '/charges', charge, headers).then(
      () => 'answered',
      () => 'cut',
    );
    await expect.poll(() => server.ledger.held()).toBe(1);
    await server.close();
    expect(await waiting).toBe('cut');
  });
});

import { type PaymentGatewaySimulator, startPaymentGateway } from '@order-workflow/simulators';
import { aClock, faultAt, impatientSwitchboard } from '@order-workflow/simulators/testing';
import { type HeldTimeLimits, holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChargeRequest, httpPaymentGateway, type PaymentGateway } from '../src/index.ts';

const amount = { amount: 3_998, currency: 'EUR' } as const;
const charge: ChargeRequest = { key: 'order-7-charge', amount, method: 'CreditCard', token: 'tok_1' };
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const clock = aClock();
let delayMs = 2_000;
let lagMs = 0;
let server: PaymentGatewaySimulator;
let gateway: PaymentGateway;
let limits: HeldTimeLimits;

beforeEach(async () => {
  limits = holdTimeLimits();
  delayMs = 2_000;
  lagMs = 0;
  server = await startPaymentGateway({
    ...{ switchboard: impatientSwitchboard('gateway', limits), clock },
    ...{ settlesAfterMs: () => delayMs, readsLagMs: () => lagMs },
  });
  gateway = adapter();
});
afterEach(() => {
  limits.letGo();
  return server.close();
});

/** One that has heard of no time yet, and names none. */
const adapter = () => httpPaymentGateway({ url: server.url, timeoutMs: 60_000 });

async function charged(): Promise<string> {
  const answer = await gateway.charge(charge);
  if (answer.kind !== 'charged') throw new Error(answer.kind);
  return answer.chargeId;
}

describe('a key of the gateway', () => {
  it('is forgotten after a day, and only a query by it still finds the charge', async () => {
    const chargeId = await charged();
    clock.advance(day);
    expect(await gateway.find(charge)).toMatchObject({ kind: 'charged', chargeId });
    expect(server.ledger.charges('7')).toHaveLength(1);
  });

  it('that is forgotten and sent again charges again: whoever does not ask first, pays twice', async () => {
    const chargeId = await charged();
    clock.advance(day - 1);
    gateway = adapter();
    expect(await charged()).toBe(chargeId);
    clock.advance(1);
    expect(await charged()).not.toBe(chargeId);
    expect(server.ledger.held('7')).toBe(2 * amount.amount);
  });

  it.each([
    ['charges nothing', 'by the gateway’s own clock the adapter names a time after which it is to do nothing', true, 1],
    [
      'charges again',
      'it names no time: only that protects a charge that stands, since nobody asks any more',
      false,
      2,
    ],
  ])('that is forgotten when a request arrives %s where %s', async (_, __, asksFirst, charges) => {
    delayMs = 30 * hour;
    server.switchboard.add(faultAt('payment=lands-late:1'));
    if (asksFirst) await gateway.find(charge);
    await gateway.charge(charge);
    clock.advance(1_000);
    await charged();
    clock.advance(delayMs);
    expect(server.ledger.held('7')).toBe(charges * amount.amount);
  });

  it('takes a request for half a day after it was sent, and not a moment longer than that and a second', async () => {
    for (const [order, late] of [
      ['7', 12 * hour - 1_000],
      ['8', 12 * hour + 1_000],
    ] as const) {
      delayMs = late;
      server.switchboard.set([faultAt('payment=lands-late:1')]);
      gateway = adapter();
      await gateway.find(charge);
      await gateway.charge({ ...charge, key: `order-${order}-charge` });
      clock.advance(late);
    }
    expect([server.ledger.held('7'), server.ledger.held('8')]).toEqual([amount.amount, 0]);
  });

  it('is refused with a time that is none, and, by the answer’s word, after the time', async () => {
    const send = (limit: string) =>
      fetch(`${server.url}/charges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': charge.key, 'not-after': limit },
        body: JSON.stringify(charge),
      }).then(({ status }) => status);
    expect(await send('tomorrow')).toBe(400);
    expect(await send(new Date(clock.now() - 1).toISOString())).toBe(410);
    expect(server.ledger.charges('7')).toEqual([]);
    expect(await send(new Date(clock.now()).toISOString())).toBe(201);
  });

  it('of a charge is answered with the same failure for a day, and nothing is made', async () => {
    server.switchboard.add(faultAt('payment=error-replayed:1'));
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'unknown' });
    clock.advance(day - 1);
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.find(charge)).toEqual({ kind: 'none' });
    expect(server.ledger.charges('7')).toEqual([]);
    clock.advance(1);
    await charged();
  });

  it('of a refund is answered with the same failure, and another key is not', async () => {
    const refund = { key: 'order-7-refund', chargeId: await charged(), amount, charge };
    server.switchboard.add(faultAt('refund=error-replayed:1'));
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'unknown' });
    expect(server.ledger.held('7')).toBe(amount.amount);
    expect(await gateway.refund({ ...refund, key: 'order-7-refund-2' })).toMatchObject({ kind: 'refunded' });
  });

  it('is answered rightly again once the gateway is repaired', async () => {
    server.switchboard.add(faultAt('payment=error-replayed:1'));
    await gateway.charge(charge);
    server.ledger.repair();
    await charged();
  });

  it('finds what was there a while ago where reads lag, and is blocked by what is there now', async () => {
    lagMs = 60_000;
    await charged();
    expect(await gateway.find(charge)).toEqual({ kind: 'none' });
    expect(await gateway.block(charge)).toMatchObject({ kind: 'charged' });
    clock.advance(59_999);
    expect(await gateway.find(charge)).toEqual({ kind: 'none' });
    clock.advance(1);
    expect(await gateway.find(charge)).toMatchObject({ kind: 'charged' });
  });

  it('stays blocked for ever', async () => {
    await gateway.block(charge);
    clock.advance(365 * day);
    expect(await adapter().charge(charge)).toEqual({ kind: 'blocked', simulated: true });
  });

  it.each([{ method: 'PayPal' as const }, { token: 'tok_2' }, { amount: { amount: 3_998, currency: 'USD' as const } }])(
    'is refused with another body: %o',
    async (other) => {
      await charged();
      expect(await gateway.charge({ ...charge, ...other })).toMatchObject({ kind: 'misused' });
      expect(server.ledger.held()).toBe(amount.amount);
    },
  );

  it('of a refund is refused for another charge', async () => {
    const key = 'order-7-refund';
    await gateway.refund({ key, chargeId: await charged(), amount, charge });
    const other = { ...charge, key: 'order-8-charge' };
    const { chargeId = '' } = (await gateway.charge(other)) as { chargeId?: string };
    expect(await gateway.refund({ key, chargeId, amount, charge: other })).toMatchObject({ kind: 'misused' });
    expect(server.ledger.held('8')).toBe(amount.amount);
  });

  it('of a refund gives back once, though the refund came twice', async () => {
    const refund = { key: 'order-7-refund', chargeId: await charged(), amount, charge };
    await gateway.refund(refund);
    await gateway.refund(refund);
    await gateway.refund({ ...refund, key: 'order-7-refund-2' });
    const effects = server.ledger.journal().flatMap((entry) => (entry.kind === 'effect' ? [entry.effect] : []));
    expect(effects).toEqual(['charged', 'refunded']);
  });

  it('of a charge that never was gives nothing back', async () => {
    const refund = { key: 'order-7-refund', chargeId: 'ch_1', amount, charge };
    expect(await gateway.refund(refund)).toEqual({ kind: 'none' });
    await gateway.block(charge);
    expect(await gateway.refund(refund)).toEqual({ kind: 'blocked', simulated: true });
  });

  it('other than the order’s is not seen under the order, but in the sum', async () => {
    await gateway.charge({ ...charge, key: 'order-7-charge-2' });
    expect(server.ledger.held('7')).toBe(0);
    expect(server.ledger.held()).toBe(amount.amount);
  });

  it('and nothing else about the customer is kept', async () => {
    server.switchboard.add(faultAt('payment=lands-late:1'));
    await gateway.charge({ ...charge, token: 'tok_secret' });
    await gateway.charge({ ...charge, token: 'tok_secret' });
    const seen = await fetch(`${server.url}/_ledger`).then((answer) => answer.text());
    expect(seen).toContain('order-7-charge');
    expect(seen).not.toContain('tok_secret');
  });
});

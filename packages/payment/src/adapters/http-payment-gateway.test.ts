import type { Mischief } from '@order-workflow/stage-kit/testing/http';
import { type HeldTimeLimits, holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway } from '../../test/gateway-server.ts';
import { paymentGatewayContract } from '../ports/payment-gateway.contract.ts';
import type { ChargeRequest, PaymentGateway } from '../ports/payment-gateway.ts';
import { httpPaymentGateway } from './http-payment-gateway.ts';

const timeoutMs = 60_000;
const tokens = {
  declined: 'declined',
  pending: 'pending',
  unconfirmed: 'unconfirmed',
  answerLost: 'lost',
  unavailable: 'down',
};

paymentGatewayContract('the HTTP gateway', async () => {
  const { url, close } = await startGateway();
  return { gateway: httpPaymentGateway({ url, timeoutMs }), tokens, simulated: false, close };
});

paymentGatewayContract('the HTTP gateway that asks for a credential', async () => {
  const { url, close } = await startGateway({ token: () => 'key-1' });
  const credential = { read: async () => 'key-1', forget: () => undefined };
  return { gateway: httpPaymentGateway({ url, timeoutMs, credential }), tokens, simulated: false, close };
});

describe(httpPaymentGateway, () => {
  const charge: ChargeRequest = {
    key: 'order-1-charge',
    amount: { amount: 3_998, currency: 'EUR' },
    method: 'CreditCard',
    token: 'tok_secret',
  };
  const refund = { key: 'order-1-refund', chargeId: 'ch_1', amount: charge.amount, charge };
  let limits: HeldTimeLimits;
  let server: Awaited<ReturnType<typeof startGateway>>;
  let gateway: PaymentGateway;
  beforeEach(async () => {
    limits = holdTimeLimits();
    server = await startGateway({ onSilence: limits.pass });
    gateway = httpPaymentGateway({ url: server.url, timeoutMs });
  });
  afterEach(() => {
    limits.letGo();
    return server.close();
  });

  it('sends what the REST interface asks for', async () => {
    await gateway.charge(charge);
    await gateway.find(charge);
    await gateway.refund(refund);
    await gateway.void(charge);
    await gateway.block(charge);
    expect(server.seen).toEqual([
      { method: 'POST', path: '/v1/charges', key: 'order-1-charge', body: charge },
      { method: 'GET', path: '/v1/charges/order-1-charge', key: undefined, body: undefined },
      {
        method: 'POST',
        path: '/v1/refunds',
        key: 'order-1-refund',
        body: { chargeKey: 'order-1-charge', chargeId: 'ch_1', amount: charge.amount },
      },
      { method: 'PUT', path: '/v1/charges/order-1-charge/void', key: undefined, body: undefined },
      { method: 'PUT', path: '/v1/charges/order-1-charge/block', key: undefined, body: undefined },
    ]);
  });

  const mischiefs: [Mischief, charged: number, kind: string][] = [
    ['cut-before', 0, 'unknown'],
    ['cut-after', 1, 'unknown'],
    ['silence-before', 0, 'unknown'],
    ['silence-after', 1, 'unknown'],
    ['status-500-before', 0, 'unknown'],
    ['status-500-after', 1, 'unknown'],
    ['status-503-before', 0, 'unknown'],
    ['status-503-after', 1, 'unknown'],
    ['malformed-after', 1, 'unknown'],
    ['half-after', 1, 'unknown'],
    ['drip-after', 1, 'unknown'],
    ['endless-after', 1, 'unknown'],
    ['other-key-after', 1, 'unknown'],
    ['throttled', 0, 'unavailable'],
    ['unauthorized', 0, 'unavailable'],
    ['payment-required', 0, 'unknown'],
    // Stripe answers so while the first request of a key is under way.
    ['conflict', 0, 'unknown'],
    ['moved', 0, 'unavailable'],
    ['lost-address', 0, 'unavailable'],
  ];

  it.each(mischiefs)('a charge that meets %s has made %i charges and is %s', async (mischief, charged, kind) => {
    server.misbehave(mischief);
    const answer = await gateway.charge(charge);
    expect(answer).toMatchObject({ kind });
    expect(JSON.stringify(answer)).not.toMatch(/tok_secret|Oh dear/);
    expect(server.ledger.charged).toBe(charged);
    server.misbehave(undefined);
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'charged' });
    expect(server.ledger.charged).toBe(1);
  });

  it.each(mischiefs)('no query that meets %s is taken for "no charge"', async (mischief, _, kind) => {
    await gateway.charge(charge);
    server.misbehave(mischief);
    const nothingDone = mischief.startsWith('status-5') || kind === 'unavailable';
    expect(await gateway.find(charge)).toMatchObject({ kind: nothingDone ? 'unavailable' : 'unknown' });
  });

  it.each(mischiefs)('a refund that meets %s has given back %i times and is %s', async (mischief, refunded, kind) => {
    await gateway.charge(charge);
    server.misbehave(mischief);
    expect(await gateway.refund(refund)).toMatchObject({ kind });
    expect(server.ledger.held).toBe(refunded === 0 ? 3_998 : 0);
    server.misbehave(undefined);
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'refunded' });
    expect(server.ledger.held).toBe(0);
  });

  it('takes a 402 for a decline only when the charge says so: a refund may be answered 402 while the money is held', async () => {
    await gateway.charge(charge);
    server.misbehave('payment-required');
    for (const ask of [gateway.refund(refund), gateway.void(charge), gateway.block(charge), gateway.find(charge)])
      expect((await ask).kind).not.toBe('declined');
    expect(server.ledger.held).toBe(3_998);
  });

  it('tells how long the gateway asks to wait', async () => {
    server.misbehave('throttled');
    expect(await gateway.charge(charge)).toEqual({
      kind: 'unavailable',
      detail: 'answered 429 and asks to wait 30 s',
    });
  });

  it('knows that nothing happened when nobody listens', async () => {
    await server.close();
    expect(await gateway.charge(charge)).toEqual({ kind: 'unavailable', detail: 'no connection (ECONNREFUSED)' });
  });

  it('sees a refund that is still on its way, and one that was given up', async () => {
    server.ledger.refunds = 'later';
    await gateway.charge(charge);
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'refunding', chargeId: 'ch_1' });
    server.ledger.refunds = 'never';
    const other = { ...charge, key: 'order-2-charge' };
    await gateway.charge(other);
    expect(
      await gateway.refund({ key: 'order-2-refund', chargeId: 'ch_2', amount: other.amount, charge: other }),
    ).toMatchObject({
      kind: 'charged',
      failedRefunds: 1,
    });
  });

  it('refuses an address that is not safe', () => {
    expect(() => httpPaymentGateway({ url: 'http://pay.example.com', timeoutMs: 1 })).toThrow(RangeError);
  });
});

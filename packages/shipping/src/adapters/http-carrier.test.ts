import type { Mischief } from '@order-workflow/stage-kit/testing/http';
import { type HeldTimeLimits, holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCarrier } from '../../test/carrier-server.ts';
import { carrierContract } from '../ports/carrier.contract.ts';
import type { Carrier, ShipmentRequest } from '../ports/carrier.ts';
import { httpCarrier } from './http-carrier.ts';

const timeoutMs = 60_000;

carrierContract('the HTTP carrier', async () => {
  const { url, close } = await startCarrier();
  const postalCodes = { refused: 'REFUSED', answerLost: 'LOST', departed: 'DEPARTED', unavailable: 'DOWN' };
  return { carrier: httpCarrier({ url, timeoutMs }), postalCodes, simulated: false, close };
});

carrierContract('the HTTP carrier that asks for a credential', async () => {
  const { url, close } = await startCarrier({ token: () => 'key-1' });
  const postalCodes = { refused: 'REFUSED', answerLost: 'LOST', departed: 'DEPARTED', unavailable: 'DOWN' };
  const credential = { read: async () => 'key-1', forget: () => undefined };
  return { carrier: httpCarrier({ url, timeoutMs, credential }), postalCodes, simulated: false, close };
});

describe(httpCarrier, () => {
  const shipment: ShipmentRequest = {
    key: 'order-1-ship',
    service: 'Standard',
    weight: 1_200,
    contents: [{ sku: 'SKU001', quantity: 2 }],
    address: { line1: '1 Secret Street', city: 'Berlin', postalCode: '10115', country: 'DE' },
    recipient: { name: 'Ada Secret' },
  };
  const cancellation = { key: 'order-1-cancel', shipmentId: 'sh_1', shipment };
  let limits: HeldTimeLimits;
  let server: Awaited<ReturnType<typeof startCarrier>>;
  let carrier: Carrier;
  beforeEach(async () => {
    limits = holdTimeLimits();
    server = await startCarrier({ onSilence: limits.pass });
    carrier = httpCarrier({ url: server.url, timeoutMs });
  });
  afterEach(() => {
    limits.letGo();
    return server.close();
  });

  it('sends what the REST interface asks for', async () => {
    await carrier.book(shipment);
    await carrier.find(shipment);
    await carrier.cancel(cancellation);
    await carrier.block(shipment);
    expect(server.seen).toEqual([
      { method: 'POST', path: '/v1/shipments', key: 'order-1-ship', body: shipment },
      { method: 'GET', path: '/v1/shipments/order-1-ship', key: undefined, body: undefined },
      {
        method: 'POST',
        path: '/v1/cancellations',
        key: 'order-1-cancel',
        body: { shipmentKey: 'order-1-ship', shipmentId: 'sh_1' },
      },
      { method: 'PUT', path: '/v1/shipments/order-1-ship/block', key: undefined, body: undefined },
    ]);
  });

  const mischiefs: [Mischief, booked: number, kind: string][] = [
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
    // A conflict that does not say how the shipment stands, as while the first request of a key is under way.
    ['conflict', 0, 'unknown'],
    ['moved', 0, 'unavailable'],
    ['lost-address', 0, 'unavailable'],
  ];

  it.each(mischiefs)('a booking that meets %s has made %i shipments and is %s', async (mischief, booked, kind) => {
    server.misbehave(mischief);
    const answer = await carrier.book(shipment);
    expect(answer).toMatchObject({ kind });
    expect(JSON.stringify(answer)).not.toMatch(/Secret|10115|Oh dear/);
    expect(server.ledger.booked).toBe(booked);
    server.misbehave(undefined);
    expect(await carrier.book(shipment)).toMatchObject({ kind: 'booked' });
    expect(server.ledger.booked).toBe(1);
  });

  it.each(mischiefs)('no query that meets %s is taken for "no shipment"', async (mischief, _, kind) => {
    await carrier.book(shipment);
    server.misbehave(mischief);
    const nothingDone = mischief.startsWith('status-5') || kind === 'unavailable';
    expect(await carrier.find(shipment)).toMatchObject({ kind: nothingDone ? 'unavailable' : 'unknown' });
  });

  it.each(mischiefs)(
    'a cancellation that meets %s has cancelled %i times and is %s',
    async (mischief, cancelled, kind) => {
      await carrier.book(shipment);
      server.misbehave(mischief);
      expect(await carrier.cancel(cancellation)).toMatchObject({ kind });
      expect(server.ledger.standing).toHaveLength(1 - cancelled);
      server.misbehave(undefined);
      expect(await carrier.cancel(cancellation)).toEqual({ kind: 'cancelled', shipmentId: 'sh_1' });
      expect(server.ledger.standing).toEqual([]);
    },
  );

  it('tells how long the carrier asks to wait', async () => {
    server.misbehave('throttled');
    expect(await carrier.book(shipment)).toEqual({
      kind: 'unavailable',
      detail: 'answered 429 and asks to wait 30 s',
    });
  });

  it('knows that nothing happened when nobody listens', async () => {
    await server.close();
    expect(await carrier.book(shipment)).toEqual({ kind: 'unavailable', detail: 'no connection (ECONNREFUSED)' });
  });

  it('refuses an address that is not safe', () => {
    expect(() => httpCarrier({ url: 'http://parcels.example.com', timeoutMs: 1 })).toThrow(RangeError);
  });
});

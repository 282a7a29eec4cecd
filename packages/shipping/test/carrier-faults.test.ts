import { type CarrierSimulator, type FaultKind, faults, startCarrier } from '@order-workflow/simulators';
import { aClock, faultAt, faultedAnswers, impatientSwitchboard } from '@order-workflow/simulators/testing';
import { type HeldTimeLimits, holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Carrier, httpCarrier, type ShipmentRequest } from '../src/index.ts';

const shipment: ShipmentRequest = {
  key: 'order-7-ship',
  service: 'Standard',
  weight: 1_200,
  contents: [{ sku: 'SKU001', quantity: 2 }],
  address: { line1: '1 Secret Street', city: 'Berlin', postalCode: '10115', country: 'DE' },
  recipient: { name: 'Ada Secret', phone: '+49 30 1234567' },
};
const day = 24 * 60 * 60 * 1000;
const clock = aClock();
let delayMs = 1_000;
let lagMs = 0;
let server: CarrierSimulator;
let carrier: Carrier;
let limits: HeldTimeLimits;

beforeEach(async () => {
  limits = holdTimeLimits();
  delayMs = 1_000;
  lagMs = 0;
  server = await startCarrier({
    switchboard: impatientSwitchboard('carrier', limits),
    clock,
    settlesAfterMs: () => delayMs,
    readsLagMs: () => lagMs,
    departsAfterMs: 7 * day,
  });
  carrier = adapter();
});
afterEach(() => {
  limits.letGo();
  return server.close();
});

const switchOn = (...texts: string[]) => server.switchboard.set(texts.map(faultAt));
const cancellationOf = (shipmentId: string) => ({ key: 'order-7-cancel', shipmentId, shipment });

/** One that has heard of no time yet, and names none. */
const adapter = () => httpCarrier({ url: server.url, timeoutMs: 60_000 });

async function booked(): Promise<string> {
  const answer = await carrier.book(shipment);
  if (answer.kind !== 'booked') throw new Error(answer.kind);
  return answer.shipmentId;
}

describe('the carrier with a fault', () => {
  it.each(faultedAnswers)('$fault: a booking is $kind and was made $times times', async ({ fault, kind, times }) => {
    switchOn(`shipping=${fault}:1`);
    const answer = await carrier.book(shipment);
    expect(answer).toMatchObject({ kind });
    expect(JSON.stringify(answer)).not.toMatch(/Secret|10115/);
    expect(server.ledger.shipments('7')).toHaveLength(times);
    expect(server.ledger.journal()).toContainEqual(
      expect.objectContaining({ kind: 'call', call: 'book', key: shipment.key, fault }),
    );
    await booked();
    expect(server.ledger.shipments()).toHaveLength(1);
  });

  it.each(faultedAnswers)('$fault: a query is $query and never "no shipment"', async ({ fault, query }) => {
    await booked();
    switchOn(`shipping.find=${fault}`);
    expect(await carrier.find(shipment)).toMatchObject({ kind: query });
  });

  it.each(faultedAnswers)(
    '$fault: a cancellation is $kind and cancels $times times',
    async ({ fault, kind, times }) => {
      const shipmentId = await booked();
      switchOn(`cancel=${fault}:1`);
      expect(await carrier.cancel(cancellationOf(shipmentId))).toMatchObject({ kind });
      expect(server.ledger.shipments('7')).toHaveLength(1 - times);
      expect(await carrier.cancel(cancellationOf(shipmentId))).toEqual({
        kind: 'cancelled',
        shipmentId,
        simulated: true,
      });
      expect(server.ledger.shipments()).toEqual([]);
    },
  );

  it('lands-late: the caller hears nothing, a query finds nothing, and the booking comes', async () => {
    switchOn('shipping=lands-late:1');
    expect(await carrier.book(shipment)).toMatchObject({ kind: 'unknown' });
    expect(await carrier.find(shipment)).toEqual({ kind: 'none' });
    clock.advance(1_000);
    expect(server.ledger.shipments('7')).toMatchObject([{ status: 'booked', service: 'Standard' }]);
  });

  it('lands-late: a booking that comes after the block of its key books nothing', async () => {
    switchOn('shipping=lands-late:1');
    await carrier.book(shipment);
    expect(await carrier.block(shipment)).toEqual({ kind: 'blocked', simulated: true });
    clock.advance(1_000);
    expect(server.ledger.shipments()).toEqual([]);
  });

  it.each([
    [true, 1],
    [false, 2],
  ])(
    'lands-late: a booking that comes a day after the same one books again unless it names its time: %s',
    async (asksFirst, count) => {
      delayMs = 30 * 60 * 60 * 1000;
      switchOn('shipping=lands-late:1');
      if (asksFirst) await carrier.find(shipment);
      await carrier.book(shipment);
      clock.advance(1_000);
      await booked();
      clock.advance(delayMs);
      expect(server.ledger.shipments('7')).toHaveLength(count);
    },
  );

  it('finds what was there a while ago where reads lag, and blocks nothing that is there now', async () => {
    lagMs = 60_000;
    const shipmentId = await booked();
    expect(await carrier.find(shipment)).toEqual({ kind: 'none' });
    expect(await carrier.block(shipment)).toMatchObject({ kind: 'booked', shipmentId });
    clock.advance(60_000);
    expect(await carrier.find(shipment)).toMatchObject({ kind: 'booked', shipmentId });
  });

  it('lands-late: a cancellation and a block come late too', async () => {
    switchOn('cancel=lands-late:1', 'cancel.block=lands-late:1');
    expect(await carrier.cancel(cancellationOf(await booked()))).toMatchObject({ kind: 'unknown' });
    const other = { ...shipment, key: 'order-8-ship' };
    expect(await carrier.block(other)).toMatchObject({ kind: 'unknown' });
    expect(server.ledger.shipments()).toHaveLength(1);
    clock.advance(1_000);
    expect(server.ledger.shipments()).toEqual([]);
    expect(await carrier.find(other)).toEqual({ kind: 'blocked', simulated: true });
  });

  it('wrong-service: the answer contradicts the ledger, which is right', async () => {
    switchOn('shipping=wrong-service:1', 'shipping.find=wrong-service:1');
    expect(await carrier.book(shipment)).toMatchObject({ service: 'Freight' });
    expect(await carrier.find(shipment)).toMatchObject({ service: 'Freight' });
    expect(await carrier.find(shipment)).toMatchObject({ service: 'Standard' });
  });

  it('refused: nothing is booked, and asking again gives the same', async () => {
    switchOn('shipping=refused:1');
    expect(await carrier.book(shipment)).toEqual({ kind: 'refused', reason: 'not-served', simulated: true });
    expect(await carrier.book(shipment)).toEqual({ kind: 'refused', reason: 'not-served', simulated: true });
    expect(server.ledger.shipments()).toEqual([]);
    expect(server.ledger.history('7')).toMatchObject([{ status: 'refused' }]);
  });

  it('departed: the parcel is on its way at once, and the booking can no longer be cancelled', async () => {
    switchOn('shipping=departed:1');
    const departed = await carrier.book(shipment);
    expect(departed).toMatchObject({ kind: 'departed', service: 'Standard' });
    const { shipmentId } = departed as { shipmentId: string };
    expect(await carrier.cancel(cancellationOf(shipmentId))).toEqual(departed);
    expect(server.ledger.shipments('7')).toMatchObject([{ status: 'departed' }]);
  });

  it('departed: the parcel leaves just before it is to be cancelled', async () => {
    const shipmentId = await booked();
    switchOn('cancel=departed:1');
    expect(await carrier.cancel(cancellationOf(shipmentId))).toMatchObject({ kind: 'departed', shipmentId });
    expect(await carrier.cancel(cancellationOf(shipmentId))).toMatchObject({ kind: 'departed', shipmentId });
  });

  it('without one lets a parcel leave when its time has come, or when it is told', async () => {
    const shipmentId = await booked();
    clock.advance(7 * day);
    carrier = adapter();
    expect(await carrier.cancel(cancellationOf(shipmentId))).toMatchObject({ kind: 'departed' });
    await carrier.book({ ...shipment, key: 'order-8-ship' });
    server.ledger.depart('8');
    expect(server.ledger.shipments('8')).toMatchObject([{ status: 'departed' }]);
  });

  it('a cancelled parcel never leaves', async () => {
    await carrier.cancel(cancellationOf(await booked()));
    clock.advance(8 * day);
    expect(server.ledger.history()).toMatchObject([{ status: 'cancelled' }]);
  });

  it('forgets a key after a day, though never a block, and refuses a key with another body', async () => {
    await booked();
    expect(await carrier.book({ ...shipment, weight: 1 })).toMatchObject({ kind: 'misused' });
    clock.advance(day);
    expect(await carrier.find(shipment)).toMatchObject({ kind: 'booked' });
    await booked();
    expect(server.ledger.shipments('7')).toHaveLength(2);
    const other = { ...shipment, key: 'order-8-ship' };
    await carrier.block(other);
    clock.advance(365 * day);
    expect(await adapter().book(other)).toEqual({ kind: 'blocked', simulated: true });
  });

  it('refuses the key of a cancellation for another shipment', async () => {
    const shipmentId = await booked();
    await carrier.cancel(cancellationOf(shipmentId));
    const other = { ...shipment, key: 'order-8-ship' };
    const { shipmentId: second = '' } = (await carrier.book(other)) as { shipmentId?: string };
    const cancellation = { key: 'order-7-cancel', shipmentId: second, shipment: other };
    expect(await carrier.cancel(cancellation)).toMatchObject({ kind: 'misused' });
    expect(server.ledger.shipments('8')).toHaveLength(1);
  });

  it('a postal code whose cancellation is unavailable keeps its shipment', async () => {
    const stuck = { ...shipment, address: { ...shipment.address!, postalCode: 'SIM-CANCEL-DOWN' } };
    await carrier.book(stuck);
    const shipmentId = server.ledger.shipments('7')[0]!.shipmentId;
    const cancellation = { ...cancellationOf(shipmentId), shipment: stuck };
    expect(await carrier.cancel(cancellation)).toMatchObject({ kind: 'unavailable' });
    expect(server.ledger.shipments('7')).toHaveLength(1);
  });

  it('keeps nothing about the customer', async () => {
    switchOn('shipping=lands-late:1');
    await carrier.book(shipment);
    await booked();
    const seen = await fetch(`${server.url}/_ledger`).then((answer) => answer.text());
    expect(seen).toContain('order-7-ship');
    expect(seen).not.toMatch(/Secret|10115|1234567/);
  });

  it('each fault of the carrier is tested here', () => {
    const tested = [...faultedAnswers.map(({ fault }) => fault), 'lands-late', 'wrong-service', 'refused', 'departed'];
    const known = faults.filter((kind: FaultKind) => kind.layers.includes('carrier')).map(({ name }) => name);
    expect(tested.sort()).toEqual(known.sort());
  });
});

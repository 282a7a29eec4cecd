import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Carrier, ShipmentRequest } from './carrier.ts';

/** A carrier to be tried, with a ledger of its own. */
export interface CarrierUnderTest {
  readonly carrier: Carrier;
  /** Postal codes for which the world behind the carrier does as the name says. */
  readonly postalCodes: {
    readonly refused: string;
    /** The booking is made and its answer lost. */
    readonly answerLost: string;
    /** The booking is made, its answer lost, and the parcel on its way at once. */
    readonly departed: string;
    /** The booking is turned away and nothing happens. */
    readonly unavailable: string;
  };
  /** Whether it is a simulation, in which no parcel moves. */
  readonly simulated: boolean;
  close?(): Promise<void> | void;
}

/** What every carrier does. `make` gives a carrier that has seen no shipment yet. */
export function carrierContract(name: string, make: () => CarrierUnderTest | Promise<CarrierUnderTest>): void {
  describe(`${name} keeps the contract of a carrier`, () => {
    let world: CarrierUnderTest;
    let carrier: Carrier;
    beforeEach(async () => {
      world = await make();
      carrier = world.carrier;
    });
    afterEach(() => world.close?.());

    it('finds no shipment that nobody asked for', async () => {
      expect(await carrier.find(aShipment())).toEqual({ kind: 'none' });
    });

    it('books what was asked for and finds it again', async () => {
      const booked = await carrier.book(aShipment());
      expect(booked).toMatchObject({
        kind: 'booked',
        service: 'Standard',
        trackingNumber: expect.stringMatching(/./),
      });
      expect(await carrier.find(aShipment())).toEqual(booked);
    });

    it('says of every shipment whether it is a simulation', async () => {
      const booked = await carrier.book(aShipment());
      const answers = [
        booked,
        await carrier.find(aShipment()),
        await carrier.cancel(cancellationOf(booked)),
        await carrier.book({ ...aShipment(world.postalCodes.refused), key: 'order-3-ship' }),
        await carrier.block({ ...aShipment(), key: 'order-4-ship' }),
      ];
      expect(answers.map((answer) => 'simulated' in answer)).toEqual(answers.map(() => world.simulated));
    });

    it('books what goes to an address of three lines, and to one without a postal code', async () => {
      const address = {
        line1: 'Flat 3',
        line2: '88 Nathan Road',
        line3: 'Tsim Sha Tsui',
        city: 'Kowloon',
        country: 'HK',
      };
      expect(await carrier.book({ ...aShipment(), address })).toMatchObject({ kind: 'booked' });
    });

    it('books an order that is kept for collection', async () => {
      const { address: _, ...shipment } = { ...aShipment(), service: 'Pickup' as const };
      expect(await carrier.book(shipment)).toMatchObject({ kind: 'booked', service: 'Pickup' });
    });

    it('books once, however often a key is sent', async () => {
      const first = await carrier.book(aShipment());
      expect(await carrier.book(aShipment())).toEqual(first);
      expect(await carrier.book(aShipment())).toEqual(first);
    });

    it('books another shipment for another key', async () => {
      const one = await carrier.book(aShipment());
      const two = await carrier.book({ ...aShipment(), key: 'order-2-ship' });
      expect(idOf(two)).not.toBe(idOf(one));
    });

    it('refuses a key that comes with another parcel, and keeps the booking', async () => {
      const first = await carrier.book(aShipment());
      expect(await carrier.book({ ...aShipment(), weight: 1 })).toMatchObject({ kind: 'misused' });
      expect(await carrier.find(aShipment())).toEqual(first);
    });

    it('refuses what it does not carry the same way again', async () => {
      const shipment = aShipment(world.postalCodes.refused);
      const refused = await carrier.book(shipment);
      expect(refused).toMatchObject({ kind: 'refused' });
      expect(await carrier.book(shipment)).toEqual(refused);
      expect(await carrier.find(shipment)).toEqual(refused);
    });

    it('cancels a booking once, however often the cancellation is sent', async () => {
      const booked = await carrier.book(aShipment());
      const cancelled = await carrier.cancel(cancellationOf(booked));
      expect(cancelled).toMatchObject({ kind: 'cancelled', shipmentId: idOf(booked) });
      expect(await carrier.cancel(cancellationOf(booked))).toEqual(cancelled);
      expect(await carrier.find(aShipment())).toEqual(cancelled);
    });

    it('books nothing more under a key whose shipment was cancelled', async () => {
      const cancelled = await carrier.cancel(cancellationOf(await carrier.book(aShipment())));
      expect(await carrier.book(aShipment())).toEqual(cancelled);
    });

    it('refuses to cancel another shipment', async () => {
      const cancellation = cancellationOf(await carrier.book(aShipment()));
      expect(await carrier.cancel({ ...cancellation, shipmentId: 'another' })).toMatchObject({ kind: 'misused' });
      expect(await carrier.find(aShipment())).toMatchObject({ kind: 'booked' });
    });

    it('lets no booking land under a key that is blocked', async () => {
      expect(await carrier.block(aShipment())).toMatchObject({ kind: 'blocked' });
      expect(await carrier.block(aShipment())).toMatchObject({ kind: 'blocked' });
      expect(await carrier.book(aShipment())).toMatchObject({ kind: 'blocked' });
      expect(await carrier.find(aShipment())).toMatchObject({ kind: 'blocked' });
    });

    it('blocks the key of a shipment that was refused', async () => {
      const shipment = aShipment(world.postalCodes.refused);
      await carrier.book(shipment);
      expect(await carrier.block(shipment)).toMatchObject({ kind: 'blocked' });
      expect(await carrier.book(shipment)).toMatchObject({ kind: 'blocked' });
      expect(await carrier.find(shipment)).toMatchObject({ kind: 'blocked' });
    });

    it('answers a block that comes too late with the booking', async () => {
      const booked = await carrier.book(aShipment());
      expect(await carrier.block(aShipment())).toEqual(booked);
    });

    it('says that it does not know when the answer to a booking was lost, and never that there is none', async () => {
      const shipment = aShipment(world.postalCodes.answerLost);
      expect(await carrier.book(shipment)).toMatchObject({ kind: 'unknown' });
      expect(['booked', 'unknown', 'unavailable']).toContain((await carrier.find(shipment)).kind);
      expect(await carrier.block(shipment)).toMatchObject({ kind: 'booked' });
    });

    it('does not cancel a parcel that is on its way', async () => {
      const shipment = aShipment(world.postalCodes.departed);
      await carrier.book(shipment);
      const departed = await carrier.block(shipment);
      expect(departed).toMatchObject({ kind: 'departed', service: shipment.service });
      expect(await carrier.cancel({ ...cancellationOf(departed), shipment })).toEqual(departed);
    });

    it('has booked nothing when it was unavailable', async () => {
      const shipment = aShipment(world.postalCodes.unavailable);
      expect(await carrier.book(shipment)).toMatchObject({ kind: 'unavailable' });
      expect(await carrier.find(shipment)).toEqual({ kind: 'none' });
      expect(await carrier.block(shipment)).toMatchObject({ kind: 'blocked' });
    });
  });
}

function aShipment(postalCode = '10115'): ShipmentRequest {
  return {
    key: 'order-1-ship',
    service: 'Standard',
    weight: 1_200,
    contents: [{ sku: 'SKU001', quantity: 2 }],
    address: { line1: '1 Example Street', city: 'Berlin', postalCode, country: 'DE' },
  };
}

function idOf(answer: object): string {
  if ('shipmentId' in answer && typeof answer.shipmentId === 'string') return answer.shipmentId;
  throw new Error(`no shipment: ${JSON.stringify(answer)}`);
}

function cancellationOf(answer: object) {
  return { key: 'order-1-cancel', shipmentId: idOf(answer), shipment: aShipment() };
}

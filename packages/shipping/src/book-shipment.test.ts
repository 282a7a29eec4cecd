import { describe, expect, it } from 'vitest';
import { aShippableOrder, shipped } from '../test/a-shippable-order.ts';
import { scriptedCarrier } from '../test/scripted-carrier.ts';
import { bookShipment } from './book-shipment.ts';
import type { CarrierAnswer } from './ports/carrier.ts';

const { estimatedDelivery, ...booking } = shipped;
const booked: CarrierAnswer = { kind: 'booked', ...booking };
const none: CarrierAnswer = { kind: 'none' };

async function decide(...answers: CarrierAnswer[]) {
  const { carrier, calls } = scriptedCarrier(...answers);
  return { decision: await bookShipment(aShippableOrder(), { carrier }), calls };
}

describe(bookShipment, () => {
  it('books when there is no shipment yet', async () => {
    expect(await decide(none, booked)).toEqual({
      decision: { kind: 'receipt', receipt: shipped },
      calls: ['find', 'book'],
    });
  });

  it.each<CarrierAnswer>([booked, { kind: 'departed', ...booking }])(
    'leaves the receipt of a shipment that is there, without booking again: $kind',
    async (found) => {
      expect(await decide(found)).toEqual({ decision: { kind: 'receipt', receipt: shipped }, calls: ['find'] });
    },
  );

  it('takes every field of the receipt from the ledger, the day of delivery too, and says when no parcel moved', async () => {
    const said = { trackingNumber: 'T9', carrier: 'Other Parcel', bookedAt: '2026-03-01T00:00:00.000Z' };
    const { decision } = await decide({ ...booked, ...said, estimatedDelivery: '2026-03-31', simulated: true });
    const receipt = { ...shipped, ...said, estimatedDelivery: '2026-03-31', simulated: true };
    expect(decision).toEqual({ kind: 'receipt', receipt });
  });

  const cancelled = 'The shipment of this order was cancelled before.';
  it.each<[CarrierAnswer, name: string, message: string]>([
    [
      { kind: 'refused', reason: 'not-served' },
      'ShipmentRefused',
      'The carrier does not take the parcel: the destination is not served.',
    ],
    [{ kind: 'cancelled', shipmentId: 'sh_1' }, 'ShipmentRefused', cancelled],
    [{ kind: 'blocked' }, 'ShipmentRefused', cancelled],
    [
      { kind: 'unknown', detail: 'no answer within 5000 ms' },
      'ShipmentOutcomeUnknown',
      'order-1-ship: no answer within 5000 ms; the shipment may be booked.',
    ],
    [{ kind: 'unavailable', detail: 'answered 429' }, 'CarrierUnavailable', 'order-1-ship: answered 429.'],
  ])('answers %j with %s, whether it was found or came of the booking', async (answer, name, message) => {
    const found = await decide(answer);
    const made = await decide(none, answer);
    expect(found.calls).toEqual(['find']);
    for (const { decision } of [found, made])
      expect(decision).toMatchObject({ kind: 'failure', failure: { name, message } });
  });

  it.each<CarrierAnswer>([
    { ...booked, service: 'Freight' },
    { kind: 'misused', detail: 'the key was used for another shipment' },
    none,
  ])('takes %j for a defect and not for a refusal', async (answer) => {
    await expect(decide(none, answer)).rejects.toMatchObject({ name: 'ShipmentMismatch' });
  });
});

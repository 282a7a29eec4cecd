import { describe, expect, it } from 'vitest';
import { readShipmentBody } from './shipment-body.ts';

const key = 'order-1-ship';
const booking = {
  shipmentId: 'sh_1',
  trackingNumber: 'TRACK1',
  carrier: 'Test Parcel',
  service: 'Standard',
  bookedAt: '2026-03-02T10:00:00.000Z',
};
const booked = { key, status: 'booked', ...booking };

describe(readShipmentBody, () => {
  it.each([
    [booked, { kind: 'booked', ...booking }],
    [
      { ...booked, status: 'departed', driver: 'Bo' },
      { kind: 'departed', ...booking },
    ],
    [
      { key, status: 'refused', reason: 'too-heavy' },
      { kind: 'refused', reason: 'too-heavy' },
    ],
    [
      { key, status: 'refused', reason: 'the dog ate it' },
      { kind: 'refused', reason: 'other' },
    ],
    [
      { key, status: 'refused' },
      { kind: 'refused', reason: 'other' },
    ],
    [
      { key, status: 'cancelled', shipmentId: 'sh_1' },
      { kind: 'cancelled', shipmentId: 'sh_1' },
    ],
    [{ key, status: 'blocked' }, { kind: 'blocked' }],
  ])('reads %j', (body, entry) => {
    expect(readShipmentBody(body, key)).toEqual(entry);
  });

  it.each([
    undefined,
    null,
    'booked',
    [],
    {},
    { ...booked, key: 'order-2-ship' },
    { ...booked, key: undefined },
    { ...booked, status: 'lost' },
    { ...booked, shipmentId: '' },
    { ...booked, trackingNumber: 'x'.repeat(201) },
    { ...booked, service: 'Pigeon' },
    { ...booked, bookedAt: 'yesterday' },
  ])('does not take %j for the shipment', (body) => {
    expect(readShipmentBody(body, key)).toBeUndefined();
  });
});

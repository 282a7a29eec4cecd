import { describe, expect, it } from 'vitest';
import { aShippableOrder, shipped } from '../test/a-shippable-order.ts';
import { scriptedCarrier } from '../test/scripted-carrier.ts';
import { ensureNoShipment } from './ensure-no-shipment.ts';
import type { CarrierAnswer } from './ports/carrier.ts';
import type { ShipmentReceipt } from './shipment-receipt.ts';

const { estimatedDelivery, ...booking } = shipped;
const booked: CarrierAnswer = { kind: 'booked', ...booking };
const departed: CarrierAnswer = { kind: 'departed', ...booking };
const cancelled: CarrierAnswer = { kind: 'cancelled', shipmentId: 'sh_1' };
const blocked: CarrierAnswer = { kind: 'blocked' };
const refused: CarrierAnswer = { kind: 'refused', reason: 'other' };
const none: CarrierAnswer = { kind: 'none' };
const settledAt = '2026-03-02T11:00:00.000Z';

async function undo(answers: readonly CarrierAnswer[], shipment?: ShipmentReceipt, startedAt?: string) {
  const { carrier, calls } = scriptedCarrier(...answers);
  const clock = { now: () => Date.parse(settledAt) };
  const input = { ...aShippableOrder(), shipment, execution: startedAt === undefined ? undefined : { startedAt } };
  return { decision: await ensureNoShipment(input, { carrier, clock }), calls };
}

describe(ensureNoShipment, () => {
  const cancel = 'cancel sh_1 by order-1-cancel';
  const cancelledReceipt = { status: 'cancelled', shipmentId: 'sh_1', settledAt };
  const neverBooked = { status: 'never-booked', settledAt };
  const onItsWay = { status: 'on-its-way', standing: shipped, settledAt };
  it.each<[string, CarrierAnswer[], receipt: object, calls: string[]]>([
    ['cancels what is booked', [booked, cancelled], cancelledReceipt, ['find', cancel]],
    ['finds what was cancelled before', [cancelled], cancelledReceipt, ['find']],
    ['blocks what was never booked', [none, blocked], neverBooked, ['find', 'block']],
    ['finds what was blocked before', [blocked], neverBooked, ['find']],
    ['blocks what was refused', [refused, blocked], neverBooked, ['find', 'block']],
    ['lets a parcel stand that is on its way', [departed], onItsWay, ['find']],
    ['lets a parcel stand that leaves before it can be cancelled', [booked, departed], onItsWay, ['find', cancel]],
    [
      'cancels a booking that lands before it can be blocked',
      [none, booked, cancelled],
      cancelledReceipt,
      ['find', 'block', cancel],
    ],
  ])('%s', async (_, answers, receipt, calls) => {
    expect(await undo(answers)).toEqual({ decision: { kind: 'receipt', receipt }, calls });
  });

  it.each<[CarrierAnswer[], receipt: object]>([
    [[booked, cancelled], { ...cancelledReceipt, simulated: true }],
    [[blocked], { ...neverBooked, simulated: true }],
    [[departed], { ...onItsWay, standing: { ...shipped, simulated: true } }],
  ])('says when no parcel moved: %j', async (answers, receipt) => {
    const simulated = answers.map((answer) => ({ ...answer, simulated: true }) as CarrierAnswer);
    expect((await undo(simulated)).decision).toEqual({ kind: 'receipt', receipt });
  });

  it('cancels a shipment by its receipt when the carrier has forgotten the key', async () => {
    expect(await undo([none, cancelled], shipped)).toEqual({
      decision: { kind: 'receipt', receipt: cancelledReceipt },
      calls: ['find', cancel],
    });
  });

  it.each<[string, CarrierAnswer[], shipment?: ShipmentReceipt]>([
    ['which Ship Order could not find', [booked]],
    ['which Ship Order found', [booked], shipped],
    ['whose key the carrier has forgotten', [none], shipped],
    ['that was booked while it was blocked', [none, booked]],
  ])('lets the shipment of an earlier execution of the order stand, %s', async (_, answers, shipment) => {
    const { decision, calls } = await undo(answers, shipment, '2026-06-02T10:00:00.000Z');
    expect(decision).toEqual({ kind: 'receipt', receipt: { status: 'booked-before', standing: shipped, settledAt } });
    expect(calls.join()).not.toContain('cancel');
  });

  it('cancels its own shipment, also when the clock of the carrier is some seconds slow', async () => {
    const own = await undo([booked, cancelled], undefined, '2026-03-02T10:00:05.000Z');
    expect(own).toMatchObject({ decision: { receipt: cancelledReceipt }, calls: ['find', cancel] });
  });

  it.each<[CarrierAnswer[], name: string]>([
    [[booked, booked, booked, booked], 'ShipmentOutcomeUnknown'],
    [[{ kind: 'unknown', detail: 'lost' }], 'ShipmentOutcomeUnknown'],
    [[booked, { kind: 'unknown', detail: 'lost' }], 'ShipmentOutcomeUnknown'],
    [[{ kind: 'unavailable', detail: 'down' }], 'CarrierUnavailable'],
    [[none, { kind: 'unavailable', detail: 'down' }], 'CarrierUnavailable'],
  ])('after %j tries again later: %s', async (answers, name) => {
    expect((await undo(answers)).decision).toMatchObject({ kind: 'failure', failure: { name, family: 'fault' } });
  });

  it.each<[string, CarrierAnswer[], shipment?: ShipmentReceipt]>([
    ['another service is booked', [{ ...booked, service: 'Freight' }]],
    ['another parcel is on its way', [{ ...departed, service: 'Freight' }]],
    ['another shipment has the key', [{ ...booked, shipmentId: 'sh_2' }], shipped],
    ['the receipt says booked and the ledger refused', [refused], shipped],
    ['the receipt says booked and the ledger blocked', [blocked], shipped],
    ['the receipt says booked and the carrier knows no such shipment', [none, none], shipped],
    ['the carrier refuses to undo it', [booked, { kind: 'misused', detail: 'another shipment' }]],
  ])('leaves it to a person when %s', async (_, answers, shipment) => {
    await expect(undo(answers, shipment)).rejects.toMatchObject({ name: 'ShipmentMismatch' });
  });
});

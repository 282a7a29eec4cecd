import { orderSchema } from '@order-workflow/order-domain';
import { anAddress, anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aShippableOrder } from '../../test/a-shippable-order.ts';
import { bookShipment } from '../book-shipment.ts';
import { ensureNoShipment } from '../ensure-no-shipment.ts';
import { simulatedCarrier } from './simulated-carrier.ts';
import { simulatedPostalCodes } from './simulated-postal-codes.ts';

const clock = { now: () => Date.parse('2026-03-02T10:00:00.000Z') };

/** Both stages as they run: in processes that share nothing. */
async function run(postalCode: string) {
  const input = aShippableOrder(postalCode);
  const booking = simulatedCarrier({ stage: 'book', clock });
  const first = await bookShipment(input, { carrier: booking });
  const retried = await bookShipment(input, { carrier: booking });
  const shipment = first.kind === 'receipt' ? first.receipt : undefined;
  const undoing = simulatedCarrier({ stage: 'undo', clock });
  const undone = await ensureNoShipment({ ...input, shipment }, { carrier: undoing, clock });
  return [first, retried, undone].map((decision) =>
    decision.kind === 'failure'
      ? decision.failure.name
      : 'status' in decision.receipt
        ? decision.receipt.status
        : decision.receipt.shipmentId,
  );
}

const cases: [postalCode: string, first: string, retried: string, undone: string][] = [
  [anAddress.postalCode, 'sim-order-1-ship', 'sim-order-1-ship', 'cancelled'],
  ['SIM-REFUSED', 'ShipmentRefused', 'ShipmentRefused', 'never-booked'],
  ['SIM-TIMEOUT', 'ShipmentOutcomeUnknown', 'ShipmentOutcomeUnknown', 'cancelled'],
  ['SIM-UNAVAILABLE', 'CarrierUnavailable', 'CarrierUnavailable', 'never-booked'],
  ['SIM-DEPARTED', 'ShipmentOutcomeUnknown', 'ShipmentOutcomeUnknown', 'on-its-way'],
  ['SIM-CANCEL-DOWN', 'ShipmentOutcomeUnknown', 'ShipmentOutcomeUnknown', 'CarrierUnavailable'],
];

describe('the postal codes of the simulated carrier', () => {
  it.each(cases)('%s: shipped %s, again %s, undone %s', async (postalCode, ...expected) => {
    expect(await run(postalCode)).toEqual(expected);
  });

  it('are all in this table', () => {
    expect(cases.slice(1).map(([postalCode]) => postalCode)).toEqual([...simulatedPostalCodes.keys()]);
  });

  it('may stand in an order', () => {
    for (const postalCode of simulatedPostalCodes.keys())
      expect(orderSchema.safeParse(anOrder().sentTo({ postalCode }).build()).success).toBe(true);
  });

  it('mean the same in every process', async () => {
    for (const [postalCode] of cases) expect(await run(postalCode)).toEqual(await run(postalCode));
  });
});

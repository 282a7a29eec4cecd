import { describe, expect, it } from 'vitest';
import { carrierContract } from '../ports/carrier.contract.ts';
import { simulatedCarrier } from './simulated-carrier.ts';

carrierContract('the simulated carrier', () => ({
  carrier: simulatedCarrier({ stage: 'book', clock: { now: () => 0 } }),
  simulated: true,
  postalCodes: {
    refused: 'SIM-REFUSED',
    answerLost: 'SIM-TIMEOUT',
    departed: 'SIM-DEPARTED',
    unavailable: 'SIM-UNAVAILABLE',
  },
}));

describe(simulatedCarrier, () => {
  it('forgets what is a thousand bookings old, so that a process that lives long does not grow', async () => {
    const carrier = simulatedCarrier({ stage: 'book', clock: { now: () => 0 } });
    const shipment = (order: number) =>
      ({ key: `order-${order}-ship`, service: 'Pickup', weight: 1, contents: [] }) as const;
    for (let order = 0; order <= 1_000; order++) await carrier.book(shipment(order));
    expect(await carrier.find(shipment(0))).toEqual({ kind: 'none' });
    expect(await carrier.find(shipment(1))).toMatchObject({ kind: 'booked' });
  });
});

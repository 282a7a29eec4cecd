import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { estimateDelivery } from './estimate-delivery.ts';
import { serviceNames, services } from './service.ts';

afterEach(() => vi.unstubAllEnvs());

describe(estimateDelivery, () => {
  // 2 March 2026 is a Monday.
  it.each([
    ['Pickup', '2026-03-02T00:00:00.000Z', '2026-03-03'],
    ['Standard', '2026-03-02T23:59:59.999Z', '2026-03-05'],
    ['Standard', '2026-03-04T10:00:00.000Z', '2026-03-09'],
    ['Standard', '2026-03-06T10:00:00.000Z', '2026-03-11'],
    ['Standard', '2026-03-07T10:00:00.000Z', '2026-03-11'],
    ['Standard', '2026-03-08T10:00:00.000Z', '2026-03-11'],
    ['International', '2026-03-02T10:00:00.000Z', '2026-03-12'],
    ['Freight', '2026-12-29T10:00:00.000Z', '2027-01-06'],
    ['Pickup', '2028-02-28T10:00:00.000Z', '2028-02-29'],
  ] as const)('%s booked at %s arrives on %s', (service, bookedAt, day) => {
    expect(estimateDelivery(service, bookedAt)).toBe(day);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('promises the same day on a machine in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(estimateDelivery('Standard', '2026-03-06T12:00:00.000Z')).toBe('2026-03-11');
    expect(estimateDelivery('Standard', '2026-03-02T12:00:00.000Z')).toBe('2026-03-05');
  });

  it('counts exactly the working days of the service, and ends on one', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...serviceNames), moment, (service, booked) => {
        const end = new Date(estimateDelivery(service, booked.toISOString()));
        let workingDays = 0;
        const day = new Date(booked.toISOString().slice(0, 10));
        while (day < end) {
          day.setUTCDate(day.getUTCDate() + 1);
          if (![0, 6].includes(day.getUTCDay())) workingDays++;
        }
        expect(workingDays).toBe(services[service].workingDays);
        expect([0, 6]).not.toContain(end.getUTCDay());
      }),
    );
  });
});

import { countries } from '@order-workflow/order-domain';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serviceNames, services } from './choose-service.ts';
import { easter } from './easter.ts';
import { estimateDelivery } from './estimate-delivery.ts';
import { holidays } from './holidays.ts';
import { isWorkingDay } from './is-working-day.ts';

afterEach(() => vi.unstubAllEnvs());

describe(estimateDelivery, () => {
  // 2 March 2026 is a Monday.
  it.each([
    ['Pickup', '2026-03-02T00:00:00.000Z', undefined, '2026-03-03'],
    ['Standard', '2026-03-02T23:59:59.999Z', 'DE', '2026-03-05'],
    ['Standard', '2026-03-04T10:00:00.000Z', 'DE', '2026-03-09'],
    ['Standard', '2026-03-06T10:00:00.000Z', 'DE', '2026-03-11'],
    ['Standard', '2026-03-07T10:00:00.000Z', 'DE', '2026-03-11'],
    ['Standard', '2026-03-08T10:00:00.000Z', 'DE', '2026-03-11'],
    ['International', '2026-03-02T10:00:00.000Z', 'US', '2026-03-12'],
    ['Pickup', '2028-02-28T10:00:00.000Z', undefined, '2028-02-29'],
  ] as const)('%s booked at %s to %s arrives on %s', (service, bookedAt, country, day) => {
    expect(estimateDelivery({ service, bookedAt, country })).toBe(day);
  });

  it.each([
    ['at Christmas', 'Standard', '2026-12-23T10:00:00.000Z', 'DE', '2026-12-29'],
    ['at New Year', 'Freight', '2026-12-29T10:00:00.000Z', 'DE', '2027-01-07'],
    ['at Easter', 'Standard', '2026-04-01T10:00:00.000Z', 'DE', '2026-04-08'],
    ['at the Orthodox Easter', 'Standard', '2026-04-08T10:00:00.000Z', 'GR', '2026-04-15'],
    ['on Good Friday in France, where it is none', 'Standard', '2026-04-01T10:00:00.000Z', 'FR', '2026-04-07'],
    ['on the Monday that makes up for a Saturday', 'International', '2026-12-15T10:00:00.000Z', 'GB', '2026-12-29'],
    ['at Thanksgiving', 'International', '2026-11-16T10:00:00.000Z', 'US', '2026-11-27'],
    ['at Midsummer', 'Standard', '2026-06-16T10:00:00.000Z', 'SE', '2026-06-22'],
    ['on a national holiday', 'Standard', '2026-07-10T10:00:00.000Z', 'FR', '2026-07-16'],
    ['where no holidays are known, at Christmas', 'International', '2026-12-15T10:00:00.000Z', 'BR', '2026-12-28'],
    ['at a counter at Christmas', 'Pickup', '2026-12-24T10:00:00.000Z', undefined, '2026-12-28'],
  ] as const)('promises no delivery %s', (_when, service, bookedAt, country, day) => {
    expect(estimateDelivery({ service, bookedAt, country })).toBe(day);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('promises the same day on a machine in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    const booked = (bookedAt: string) => estimateDelivery({ service: 'Standard', bookedAt, country: 'DE' });
    expect(booked('2026-03-06T12:00:00.000Z')).toBe('2026-03-11');
    expect(booked('2026-03-02T12:00:00.000Z')).toBe('2026-03-05');
  });

  it('counts exactly the working days of the service, and ends on one', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    const country = fc.constantFrom(...Object.keys(holidays), 'ZA');
    fc.assert(
      fc.property(fc.constantFrom(...serviceNames), moment, country, (service, booked, to) => {
        const end = Date.parse(estimateDelivery({ service, bookedAt: booked.toISOString(), country: to }));
        let workingDays = 0;
        for (let at = Date.parse(booked.toISOString().slice(0, 10)) + day; at <= end; at += day)
          if (isWorkingDay(at, to)) workingDays++;
        expect(workingDays).toBe(services[service].workingDays);
        expect(isWorkingDay(end, to)).toBe(true);
        expect([0, 6]).not.toContain(new Date(end).getUTCDay());
      }),
    );
  });
});

const day = 24 * 60 * 60 * 1_000;

describe(easter, () => {
  // https://www.census.gov/data/software/x13as/genhol/easter-dates.html, and https://www.oikoumene.org/easter-date
  it.each([
    [2024, '2024-03-31', '2024-05-05'],
    [2025, '2025-04-20', '2025-04-20'],
    [2026, '2026-04-05', '2026-04-12'],
    [2027, '2027-03-28', '2027-05-02'],
    [2038, '2038-04-25', '2038-04-25'],
    [2049, '2049-04-18', '2049-04-25'],
  ])('is in %i on %s, and in the Orthodox churches on %s', (year, western, orthodox) => {
    const date = (moment: number) => new Date(moment).toISOString().slice(0, 10);
    expect([date(easter(year, 'western')), date(easter(year, 'orthodox'))]).toEqual([western, orthodox]);
  });
});

describe('the table of holidays', () => {
  it.each(Object.keys(holidays))('of %s can be read, for a country that there is', (country) => {
    expect(countries).toContain(country);
    expect(isWorkingDay(Date.UTC(2029, 0, 1), country)).toBe(false);
    expect(isWorkingDay(Date.UTC(2029, 2, 8), country)).toBe(true);
  });
});

import { type Service, services } from './service.ts';

const day = 24 * 60 * 60 * 1_000;

/**
 * The day on which an order arrives, as `2026-03-04`: the service's working days after the day of the booking. Monday to
 * Friday are working days, in UTC; public holidays are not known here. It depends on the booking alone, so a booking
 * that is found again later promises the same day.
 */
export function estimateDelivery(service: Service, bookedAt: string): string {
  let moment = Date.parse(bookedAt);
  for (let left: number = services[service].workingDays; left > 0; ) {
    moment += day;
    if (isWorkingDay(moment)) left--;
  }
  return new Date(moment).toISOString().slice(0, 10);
}

function isWorkingDay(moment: number): boolean {
  const weekday = new Date(moment).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

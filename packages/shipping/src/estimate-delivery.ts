import { type Service, services } from './choose-service.ts';
import { isWorkingDay } from './is-working-day.ts';

const day = 24 * 60 * 60 * 1_000;

/** Where orders are sent from, and collected. */
const home = 'DE';

interface Consigned {
  readonly service: Service;
  /** Instant in UTC. */
  readonly bookedAt: string;
  /** ISO 3166-1 alpha-2, of the address; none when the order is collected. */
  readonly country?: string | undefined;
}

/**
 * The day on which an order arrives, as `2026-03-04`: the service's working days after the day of the booking, in UTC.
 * Saturdays, Sundays and the holidays of the country where it arrives are none. It depends on the order and its booking
 * alone, so a booking that is found again later promises the same day.
 */
export function estimateDelivery({ service, bookedAt, country = home }: Consigned): string {
  let moment = Date.parse(bookedAt);
  for (let left: number = services[service].workingDays; left > 0; ) {
    moment += day;
    if (isWorkingDay(moment, country)) left--;
  }
  return new Date(moment).toISOString().slice(0, 10);
}

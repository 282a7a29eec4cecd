import { easter } from './easter.ts';
import { elsewhere, holidays } from './holidays.ts';

const day = 24 * 60 * 60 * 1_000;

/**
 * Whether parcels are delivered in a country on a day: Monday to Friday without its holidays.
 *
 * @param moment milliseconds since the epoch, of which the day in UTC counts
 * @param country ISO 3166-1 alpha-2
 */
export function isWorkingDay(moment: number, country: string): boolean {
  const midnight = moment - (moment % day);
  return !isWeekend(midnight) && !daysOff(new Date(midnight).getUTCFullYear(), country).has(midnight);
}

/** All holidays of a year, and the days that make up for those on a weekend. */
function daysOff(year: number, country: string): ReadonlySet<number> {
  const rules = (holidays[country] ?? elsewhere).split(' ');
  const off = new Set(rules.map((rule) => dayOf(rule, year)));
  for (const rule of rules.filter((one) => one.endsWith('+'))) {
    let made = dayOf(rule, year);
    if (!isWeekend(made)) continue;
    while (isWeekend(made) || off.has(made)) made += day;
    off.add(made);
  }
  return off;
}

const written = /^(?:([eo])([+-]\d+)|(\d\d)-(\d\d)(?:>(\d))?\+?)$/;

/** @throws RangeError when the table has something else than its notation says */
function dayOf(rule: string, year: number): number {
  const [, church, offset, month, date, weekday] = written.exec(rule) ?? [];
  if (church !== undefined) return easter(year, church === 'e' ? 'western' : 'orthodox') + Number(offset) * day;
  if (month === undefined) throw new RangeError(`holidays: "${rule}" is none`);
  const first = Date.UTC(year, Number(month) - 1, Number(date));
  if (weekday === undefined) return first;
  return first + ((Number(weekday) - new Date(first).getUTCDay() + 7) % 7) * day;
}

function isWeekend(moment: number): boolean {
  const weekday = new Date(moment).getUTCDay();
  return weekday === 0 || weekday === 6;
}

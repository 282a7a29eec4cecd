import * as z from 'zod/mini';

/** A moment in UTC as ISO 8601 with milliseconds: `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });
/** A calendar day: `2026-03-04`. */
export const dateSchema = z.iso.date();

/** Milliseconds since the epoch as an instant. */
export function instant(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}

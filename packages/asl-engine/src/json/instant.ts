/** An instant as AWS writes it: `2026-01-01T00:00:00.000Z`. Takes epoch milliseconds. */
export function isoInstant(instant: number): string {
  return new Date(instant).toISOString();
}

const extended = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * Reads an ISO 8601 instant in extended format with an offset, to the millisecond, as epoch milliseconds; undefined for anything
 * else, an impossible date among it (RFC 3339, which the spec asks for, with the `T` and the `Z` in capitals).
 */
export function parseInstant(text: string): number | undefined {
  const parts = extended.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '0'] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(instant);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return instant + Math.floor(Number(`0.${fraction}`) * 1000) - offsetMinutes(parts[8] ?? 'Z') * 60_000;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return offset.startsWith('-') ? -minutes : minutes;
}

import type { Json } from './json.ts';

/** The most bytes of a state's input or output, of a task's result, and of all variables together (quotas page, 256 KiB). */
const payloadLimit = 262_144;

/**
 * True when the value, written as JSON in UTF-8, has more than `limit` bytes. A cheap upper bound answers first; only a value
 * near the limit is written out and measured.
 */
export function isLargerThan(value: Json, limit = payloadLimit): boolean {
  if (upperBound(value, limit, 0) <= limit) return false;
  return Buffer.byteLength(JSON.stringify(value)) > limit;
}

// A character takes at most six bytes (a control character written as \uXXXX); the walk stops once the limit is passed.
function upperBound(value: Json, limit: number, seen: number): number {
  if (typeof value === 'string') return seen + value.length * 6 + 2;
  if (value === null || typeof value !== 'object') return seen + 26;
  let total = seen + 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      total = upperBound(item, limit, total + 1);
      if (total > limit) return total;
    }
    return total;
  }
  for (const key in value as Record<string, Json>) {
    total = upperBound((value as Record<string, Json>)[key] ?? null, limit, total + key.length * 6 + 4);
    if (total > limit) return total;
  }
  return total;
}

/**
 * JSON with the keys of each object in one order, and without those of one name where it is given. What is nested too deeply to
 * be written is all the same text.
 */
export function canonicalJson(value: unknown, leftOut?: string): string {
  try {
    return (
      JSON.stringify(value, (key, part: unknown) =>
        key === leftOut ? undefined : isObject(part) ? sorted(part) : part,
      ) ?? 'undefined'
    );
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply';
    throw error;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

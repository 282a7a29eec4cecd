/**
 * What a state added to the record or changed in it: the keys of `output` whose values differ from those of `input`,
 * both JSON. Undefined when they are not both objects, as when a history was cut.
 */
export function addedToRecord(input: string, output: string): Readonly<Record<string, unknown>> | undefined {
  const before = parse(input);
  const after = parse(output);
  if (!isObject(before) || !isObject(after)) return undefined;
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value)),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

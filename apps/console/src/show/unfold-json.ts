/** A value in which every text that is JSON of an object or a list is that object or list: causes and payloads are. */
export function unfoldJson(value: unknown): unknown {
  if (typeof value === 'string') return unfoldText(value);
  if (Array.isArray(value)) return value.map(unfoldJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unfoldJson(inner)]));
}

function unfoldText(text: string): unknown {
  if (!/^[{[]/.test(text)) return text;
  try {
    return unfoldJson(JSON.parse(text));
  } catch {
    return text;
  }
}

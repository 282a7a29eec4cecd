/** A value as DynamoDB writes it: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Attributes };
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The value itself: texts, numbers, lists and objects. Undefined of a kind that is not written here. */
export function plainValue(value: AttributeValue): unknown {
  if ('S' in value) return value.S;
  if ('N' in value) return Number(value.N);
  if ('L' in value) return value.L.map(plainValue);
  if ('M' in value) return Object.fromEntries(Object.entries(value.M).map(([name, part]) => [name, plainValue(part)]));
  return undefined;
}

/** What can be written: texts, numbers, lists and objects. */
type Plain = string | number | Plain[] | PlainFields;
type PlainFields = { readonly [name: string]: Plain | undefined };

/** The attributes of an item with these fields; what is undefined is left out. */
export function attributes(fields: PlainFields): Attributes {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, attribute(value)]])),
  );
}

function attribute(value: Plain): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: `${value}` };
  return Array.isArray(value) ? { L: value.map(attribute) } : { M: attributes(value) };
}

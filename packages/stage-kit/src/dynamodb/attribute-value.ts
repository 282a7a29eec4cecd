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

import { isJsonObject, type Json } from '../json/json.ts';

/** A value as Java's `toString` writes it, which AWS shows in formatted texts: objects as `{name=value}`, texts without quotes. */
export function javaText(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(javaText).join(', ')}]`;
  if (!isJsonObject(value)) return String(value);
  const members = Object.entries(value).map(([name, member]) => `${name}=${javaText(member)}`);
  return `{${members.join(', ')}}`;
}

/** Java's `hashCode` of the value as a String, Boolean, Integer, Long, Double, List or Map. */
export function javaHash(value: Json): number {
  if (value === null) return 0;
  if (typeof value === 'string') return textHash(value);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'number') return numberHash(value);
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce((hash: number, item) => (Math.imul(31, hash) + javaHash(item)) | 0, 1);
  return Object.entries(value).reduce((hash, [name, member]) => (hash + (textHash(name) ^ javaHash(member))) | 0, 0);
}

function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

function numberHash(value: number): number {
  if (value === (value | 0)) return value;
  const bytes = new DataView(new ArrayBuffer(8));
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) bytes.setBigInt64(0, BigInt(value));
  else bytes.setFloat64(0, value);
  return bytes.getInt32(0) ^ bytes.getInt32(4);
}

/**
 * The values in the order in which a `java.util.HashSet` of them, made from a list of `length`, is read: by bucket, and in a bucket
 * as they came.
 */
export function hashSetOrder(values: readonly Json[], length: number): readonly Json[] {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(Math.floor(length / 0.75) + 1, 16)));
  const placed = values.map((value) => {
    const hash = javaHash(value);
    return { value, bucket: (hash ^ (hash >>> 16)) & (capacity - 1) };
  });
  return placed.sort((one, other) => one.bucket - other.bucket).map(({ value }) => value);
}

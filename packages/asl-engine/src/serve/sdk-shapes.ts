import { isJsonObject, type Json } from '../json/json.ts';
import { sdkName } from './sdk-names.ts';

/** A shape of a service's model, read from the schemas that a client of AWS's SDK for JavaScript carries. */
type Shape =
  | { readonly kind: 'structure'; readonly members: ReadonlyMap<string, unknown> }
  | { readonly kind: 'list' | 'map'; readonly of: unknown }
  | { readonly kind: 'time' | 'blob' | 'plain' };

const plain = { kind: 'plain' } as const;

// Schemas are arrays that begin with a number for their kind, or that number alone (the package @smithy/core, "schema").
function shapeOf(schema: unknown): Shape {
  if (typeof schema === 'function') return shapeOf(schema());
  if (typeof schema === 'number') return shapeOfNumber(schema);
  if (!Array.isArray(schema)) return plain;
  // A member: what it refers to, and its traits.
  if (typeof schema[1] !== 'string') return shapeOf(schema[0]);
  const [kind, , , , first, second] = schema as readonly unknown[];
  if (kind === 1) return { kind: 'list', of: first };
  if (kind === 2) return { kind: 'map', of: second };
  if (kind === 0) return shapeOf(first);
  if (!Array.isArray(first) || !Array.isArray(second)) return plain;
  const names = first as readonly string[];
  const shapes = second as readonly unknown[];
  return { kind: 'structure', members: new Map(names.map((name, index) => [name, shapes[index]])) };
}

function shapeOfNumber(schema: number): Shape {
  if (schema >= 128) return { kind: 'map', of: schema - 128 };
  if (schema >= 64) return { kind: 'list', of: schema - 64 };
  if (schema === 21 || schema === 42) return { kind: 'blob' };
  return schema >= 4 && schema <= 7 ? { kind: 'time' } : plain;
}

/** What a state gives, as the client wants it: the API's names, instants as dates, bytes of a text's UTF-8. */
export function toApi(value: Json, schema: unknown): unknown {
  const shape = shapeOf(schema);
  if (shape.kind === 'blob') return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  if (shape.kind === 'time' && (typeof value === 'string' || typeof value === 'number')) return new Date(value);
  if (shape.kind === 'list' && Array.isArray(value))
    return (value as readonly Json[]).map((item) => toApi(item, shape.of));
  if (!isJsonObject(value)) return value;
  if (shape.kind === 'map')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toApi(item, shape.of)]));
  if (shape.kind !== 'structure') return value;
  const byName = new Map([...shape.members.keys()].map((name) => [sdkName(name).toLowerCase(), name]));
  const members = Object.entries(value).map(([given, item]) => {
    const name = shape.members.has(given) ? given : (byName.get(given.toLowerCase()) ?? given);
    return [name, toApi(item, shape.members.get(name))] as const;
  });
  return Object.fromEntries(members);
}

/** What the client answers, as a state sees it: the SDK's names, dates as texts, bytes as the text they are in UTF-8. */
export async function fromApi(value: unknown, schema: unknown): Promise<Json> {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (isStream(value)) return value.transformToString();
  const shape = shapeOf(schema);
  if (Array.isArray(value))
    return Promise.all(value.map((item) => fromApi(item, shape.kind === 'list' ? shape.of : 0)));
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return (value ?? null) as Json;
  const isStructure = shape.kind === 'structure';
  const members: [string, Json][] = [];
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined || (isStructure && !shape.members.has(name))) continue;
    const of = isStructure ? shape.members.get(name) : shape.kind === 'map' ? shape.of : 0;
    members.push([isStructure ? sdkName(name) : name, await fromApi(item, of)]);
  }
  return Object.fromEntries(members);
}

function isStream(value: unknown): value is { transformToString(): Promise<string> } {
  return typeof value === 'object' && value !== null && 'transformToString' in value;
}

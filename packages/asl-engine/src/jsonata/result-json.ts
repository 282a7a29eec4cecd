import { NotJson, setMember } from '../json/copy-json.ts';
import type { Json } from '../json/json.ts';
import { mostBytes, outOfMemory } from './evaluation-limits.ts';

const deepestResult = 1000;

/**
 * What an expression gave as JSON; undefined for nothing. Numbers that JSON does not have are written as AWS writes them, as
 * "Infinity". Throws NotJson for a function, LimitExceeded for what is too large: parts may be shared, so the copy counts.
 */
export function resultJson(value: unknown): Json | undefined {
  return value === undefined ? undefined : copy(value, { bytes: 0, depth: 0 });
}

interface Walk {
  bytes: number;
  depth: number;
}

function copy(value: unknown, walk: Walk): Json {
  count(walk, 8);
  switch (typeof value) {
    case 'string':
      count(walk, value.length);
      return value;
    case 'number':
      if (!Number.isFinite(value)) return String(value);
      return value === 0 ? 0 : value;
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : copyContainer(value, walk);
    default:
      if (value === undefined) return null;
      throw new NotJson(typeof value);
  }
}

function copyContainer(value: object, walk: Walk): Json {
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) throw new NotJson('function');
  if (++walk.depth > deepestResult) throw new NotJson('cyclic or very deep object');
  const copied = Array.isArray(value) ? value.map((item) => copy(item, walk)) : copyObject(value, walk);
  walk.depth--;
  return copied;
}

// What an object takes beyond its members, AWS does not say; a member that is an object is copied wherever it is shared.
const objectBytes = 56;

function copyObject(source: object, walk: Walk): Json {
  count(walk, objectBytes);
  const target: Record<string, Json> = {};
  for (const [key, member] of Object.entries(source)) {
    count(walk, key.length);
    if (member !== undefined) setMember(target, key, copy(member, walk));
  }
  return target;
}

function count(walk: Walk, bytes: number): void {
  walk.bytes += bytes;
  if (walk.bytes > mostBytes + 8) throw outOfMemory();
}

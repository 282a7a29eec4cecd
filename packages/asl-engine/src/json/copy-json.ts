import type { Json } from './json.ts';

/** Thrown by copyJson for what JSON cannot hold; `found` is the JavaScript type. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly found: string;

  constructor(found: string) {
    super(`A ${found} is not JSON.`);
    this.found = found;
  }
}

/**
 * A copy of a value from outside, as it would arrive over a wire: `toJSON` is called, undefined members vanish, and what
 * JSON cannot hold (functions, symbols, bigints, cycles) is refused with NotJson.
 */
export function copyJson(value: unknown): Json {
  return copy(value, 0) ?? null;
}

// Deeper than any document AWS accepts, shallower than the stack.
const deepest = 1000;

function copy(value: unknown, depth: number): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? (value === 0 ? 0 : value) : null;
    case 'undefined':
      return undefined;
    case 'object':
      if (value === null) return null;
      if (depth > deepest) throw new NotJson('cyclic or very deep object');
      return Array.isArray(value) ? copyArray(value, depth + 1) : copyObject(value, depth + 1);
    default:
      throw new NotJson(typeof value);
  }
}

function copyArray(source: readonly unknown[], depth: number): Json[] {
  const length = source.length;
  const target = new Array<Json>(length);
  for (let index = 0; index < length; index++) target[index] = copy(source[index], depth) ?? null;
  return target;
}

function copyObject(source: object, depth: number): Json | undefined {
  if ('toJSON' in source && typeof source.toJSON === 'function') return copy(source.toJSON(), depth);
  const target: Record<string, Json> = {};
  const members = source as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    const member = copy(members[key], depth);
    if (member !== undefined) setMember(target, key, member);
  }
  return target;
}

/** Sets a member as data, so that a key named `__proto__` stays a key. */
export function setMember(target: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

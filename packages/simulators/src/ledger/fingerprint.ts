import { createHash } from 'node:crypto';

/**
 * Tells whether a key came with the same content again, without keeping the content, which may name a person. The key
 * is part of it, so that two orders with the same content do not look alike. Object keys count in any order.
 */
export function fingerprint(key: string, content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([key, sorted(content)]))
    .digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

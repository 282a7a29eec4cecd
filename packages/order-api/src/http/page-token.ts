import { timingSafeEqual } from 'node:crypto';
import { parseJson } from '@order-workflow/stage-kit/aws';

/** Hashes texts under a key that no caller knows. */
export type KeyedHash = (text: string) => string;

/** What a page is known by: a text that only this API can have written, and that says what to read there. */
export function pageToken(page: object, hash: KeyedHash): string {
  const text = Buffer.from(JSON.stringify(page)).toString('base64url');
  return `${text}.${sealOf(text, hash)}`;
}

/** What stands in such a text; undefined where this API did not write it. */
export function readPageToken(token: string, hash: KeyedHash): unknown {
  const [text = '', seal = '', ...more] = token.split('.');
  const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(text, hash))];
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return parseJson(Buffer.from(text, 'base64url').toString('utf8'));
}

/** Of another beginning than all else that is hashed under the key. */
function sealOf(text: string, hash: KeyedHash): string {
  return hash(`page ${text}`);
}

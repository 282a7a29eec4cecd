import type { Answer, PlainRequest } from './operation.ts';

/** What magic values left in a ledger, over HTTP. DELETE voids it, as when somebody has repaired the service. */
export function serveMagic(repair: () => void, { method }: PlainRequest): Answer {
  if (method !== 'DELETE') return { status: 405, body: { error: 'method-not-allowed' } };
  repair();
  return { status: 200, body: {} };
}

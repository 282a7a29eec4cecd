import type { SimulatedWorld } from '@order-workflow/local';
import { attemptOfKey } from './attempt-key.ts';

/** How often money was taken, or a parcel was, under the keys of an attempt. */
export function effectsOf(
  { gateway, carrier }: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
  orderId: string,
  attempt: number,
): number {
  const taking = new Set(['charged', 'booked']);
  return [...gateway.ledger.journal(), ...carrier.ledger.journal()].filter(
    (entry) => entry.kind === 'effect' && taking.has(entry.effect) && attemptOfKey(orderId, entry.key) === attempt,
  ).length;
}

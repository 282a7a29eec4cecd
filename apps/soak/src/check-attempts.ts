import type { SimulatedWorld } from '@order-workflow/local';
import type { CarrierEntry, PaymentEntry } from '@order-workflow/simulators';
import { type Attempt, attemptBooks, attemptOfKey } from './attempts.ts';

/** What a charge or a shipment is once this has happened to it: something that is held, or nothing. A refund that is accepted is not made. */
const holds: Readonly<Record<string, boolean>> = {
  ...{ charged: true, refunding: true, 'refund-failed': true, pending: false },
  ...{ declined: false, refunded: false, voided: false, blocked: false },
  ...{ booked: true, departed: true, refused: false, cancelled: false },
};

/** What must hold over all attempts at an order: each is one execution's, and no two of them held anything at any time. */
export function checkAttempts(
  orderId: string,
  attempts: readonly Attempt[],
  world: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
): readonly string[] {
  const { gateway, carrier } = world;
  const numbers = attempts.map(({ number }) => number);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  const used = [...gateway.ledger.charges(), ...carrier.ledger.history()].flatMap(
    ({ key }) => attemptOfKey(orderId, key) ?? [],
  );
  const nobodys = [...new Set(used)].filter((number) => {
    const { held, standing } = attemptBooks(world, orderId, number);
    return !numbers.includes(number) && (held > 0 || standing.length > 0);
  });
  return [
    ...twice.map((number) => `attempt ${number} is of one execution`),
    ...nobodys.map((number) => `attempt ${number}, which no execution made, holds nothing`),
    ...mostHolding(orderId, gateway.ledger.journal(), 'money'),
    ...mostHolding(orderId, carrier.ledger.journal(), 'a parcel'),
  ].map((promise) => `${orderId}: not kept: ${promise}`);
}

/** The journal as it was written, effect by effect. */
function mostHolding(
  orderId: string,
  journal: readonly (PaymentEntry | CarrierEntry)[],
  what: string,
): readonly string[] {
  const holding = new Set<number>();
  for (const entry of journal) {
    const attempt = attemptOfKey(orderId, entry.key);
    if (entry.kind !== 'effect' || attempt === undefined) continue;
    if (holds[entry.effect]) holding.add(attempt);
    else holding.delete(attempt);
    if (holding.size > 1) return [`one attempt at most holds ${what}: ${[...holding].join(' and ')} did`];
  }
  return [];
}

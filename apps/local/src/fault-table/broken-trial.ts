import type { FaultTrial } from './fault-laboratory.ts';

/**
 * What is wrong with the end of an order that was struck; undefined when it is charged and shipped, or nothing is held.
 *
 * @param price of the order, in minor units
 * @param mayFail the states at which its execution may fail, since a person must act there
 */
export function brokenTrial(
  { ended, redriven, held, shipments }: FaultTrial,
  price: number,
  mayFail: ReadonlySet<string>,
): string | undefined {
  const last = redriven ?? ended;
  const heldRightly = shipments === 1 ? held === price : shipments === 0 && held === 0;
  if (ended.status !== 'SUCCEEDED' && (ended.status !== 'FAILED' || !mayFail.has(ended.state)))
    return `${ended.status} at ${ended.state}: ${ended.error}`;
  if (last.status !== 'SUCCEEDED') return `${last.status} at ${last.state} after all was mended: ${last.error}`;
  if (!heldRightly) return `${held} held and ${shipments} shipments`;
  if ((last.outcome === 'fulfilled') !== (shipments === 1)) return `${last.outcome} with ${shipments} shipments`;
  if (last.told.some((outcome) => outcome !== last.outcome)) return `${last.outcome}, and told ${last.told}`;
  if (last.told.length === 0 && last.parked === 0) return 'nobody told the customer';
  return undefined;
}

import type { StageTarget } from '../faults/fault-targets.ts';

/** Where an order stands when it is cancelled, as the table of cancellations tries it. */
export interface OrderMoment {
  readonly heading: string;
  /** The state that it has just entered; `undefined`: its execution has ended. */
  readonly state: string | undefined;
  /** What leads it there: faults, as they are written. */
  readonly by: readonly string[];
}

/**
 * Every state in which something is asked of the world, and both ends of an order that may hold something. A choice and the end
 * at Order Already Placed take no time: there is nobody to be stopped in them.
 */
export const orderMoments: readonly OrderMoment[] = [
  at('Validate Order'),
  at('Process Payment'),
  at('Await Payment', 'payment=pending-forever'),
  at('Ship Order'),
  at('Cancel Shipment', 'shipping=defect'),
  at('Refund Payment', 'shipping=refused'),
  at('Announce Refund', 'shipping=refused', 'refund=refund-async'),
  at('Await Refund', 'shipping=refused', 'refund=refund-async'),
  at('Notify Customer'),
  at('Park Notice', 'notify=down'),
  { heading: 'After it was fulfilled', state: undefined, by: [] },
  { heading: 'After it was fulfilled, and its parcel has left', state: undefined, by: ['shipping=departed'] },
];

/**
 * The moments whose headings end so; all where none is named.
 *
 * @throws RangeError that says which there are
 */
export function momentsNamed(names: readonly string[]): readonly OrderMoment[] {
  if (names.length === 0) return orderMoments;
  const found = orderMoments.filter(({ heading }) => names.some((name) => heading.endsWith(name)));
  if (found.length >= names.length) return found;
  const headings = orderMoments.map(({ heading }) => heading).join(', ');
  throw new RangeError(`not each of ${names.join(', ')} is a moment; there are ${headings}`);
}

/** Whose work a cancellation is: taking over, undoing, telling the customer and others, and keeping what could not be told. */
export function worksInCancellations({ cancels, undoes, layers }: StageTarget): boolean {
  const telling = ['topic', 'events', 'queue'] as const;
  return cancels === true || undoes !== undefined || telling.some((layer) => layers.includes(layer));
}

function at(state: string, ...by: readonly string[]): OrderMoment {
  return { heading: `At ${state}`, state, by };
}

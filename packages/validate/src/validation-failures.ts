import { type Violation, violationText } from '@order-workflow/order-domain';
import { fault, rejection } from '@order-workflow/stage-kit';

/** The most violations that are spelled out; the rest are counted, so that the cause stays short. */
const spelledOut = 20;

/** The order is not valid. Its reasons name every field that is wrong, what was given and what is expected. */
export class OrderRejected extends rejection('OrderRejected') {}

export function rejectedFor(violations: readonly Violation[]): OrderRejected {
  const more = violations.length - spelledOut;
  return new OrderRejected([
    ...violations.slice(0, spelledOut).map(violationText),
    ...(more > 0 ? [`order: ${more} more ${more === 1 ? 'violation' : 'violations'}`] : []),
  ]);
}

/** The order is another execution's, or this one has ended it before. The reason says whose it is and how it stands. */
export class OrderAlreadyPlaced extends rejection('OrderAlreadyPlaced') {}

/** The catalog did not answer. */
export class CatalogUnavailable extends fault('CatalogUnavailable') {}

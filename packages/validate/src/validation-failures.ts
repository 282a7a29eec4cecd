import { type Violation, violationText } from '@order-workflow/order-domain';
import { fault, rejection } from '@order-workflow/stage-kit';

/** The most violations that are spelled out; the rest are counted, so that the cause stays short. */
const spelledOut = 20;

/** The order is not valid. Its reasons name every field that is wrong, what was given and what is expected. */
export class OrderRejected extends rejection('OrderRejected') {
  constructor(violations: readonly Violation[]) {
    const more = violations.length - spelledOut;
    super([
      ...violations.slice(0, spelledOut).map(violationText),
      ...(more > 0 ? [`order: ${more} more ${more === 1 ? 'violation' : 'violations'}`] : []),
    ]);
  }
}

/** The catalog did not answer. */
export class CatalogUnavailable extends fault('CatalogUnavailable') {}

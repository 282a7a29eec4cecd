import { fault, NoticedDefect } from '../stage-failure.ts';

/** The order store could not be had within its time, or others kept changing the order. Asking again is safe. */
export class OrderStoreUnavailable extends fault('OrderStoreUnavailable') {}

/**
 * The table of orders is not as it must be: it does not exist, may not be used, refuses what is written, or holds an item
 * of another release. Neither retried nor told to the customer.
 */
export class OrderTableBroken extends NoticedDefect {
  override readonly name = 'OrderTableBroken';
}

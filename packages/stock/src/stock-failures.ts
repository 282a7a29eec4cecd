import { fault, NoticedDefect, rejection } from '@order-workflow/stage-kit';

/** There are fewer pieces left than the order asks for, and nothing is held for it. Each reason says what is left of a product. */
export class StockShort extends rejection('StockShort') {}

/** The table could not be had within the time, others kept changing it, or it is not decided yet who has a piece. Asking again is safe. */
export class StockUnavailable extends fault('StockUnavailable') {}

/**
 * The table of stock is not as it must be: it does not exist, may not be used, refuses what is written, or holds an item that
 * cannot be read. Neither retried nor told to the customer.
 */
export class StockTableBroken extends NoticedDefect {
  override readonly name = 'StockTableBroken';
}

import { NoticedDefect } from '@order-workflow/stage-kit';

/**
 * The table of stock is not as it must be: it does not exist, may not be used, refuses what is written, or holds an item that
 * cannot be read. Neither retried nor told to the customer.
 */
export class StockTableBroken extends NoticedDefect {
  override readonly name = 'StockTableBroken';
}

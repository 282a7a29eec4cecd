import type { Clock } from '@order-workflow/stage-kit';
import type { OrderStandings } from '@order-workflow/stage-kit/order-store';
import type { StockTable } from './ports/stock-table.ts';

/** What the decisions of both stages ask. */
export interface StockPorts {
  readonly table: StockTable;
  readonly orders: OrderStandings;
  readonly clock: Clock;
  /** Hears of each hold that was still there although its order had ended with nothing held, and its undo had not been. */
  readonly onHeldAfterEnd?: () => void;
  /** Ends all that one invocation asks. */
  readonly signal: AbortSignal;
}

import type { SimulatedWorld } from '@order-workflow/local';
import { type Attempt, attemptBooks } from '../attempts.ts';
import type { LeftRecord } from '../ended-order.ts';
import type { StockBooks } from './stock-books.ts';
import { stockKeyOf } from './stock-item.ts';

/** Whether an order was turned away since there was less than it asked for, and not because it was undone before. */
export function wasShortOfStock({ failure, outcome }: LeftRecord): boolean {
  return outcome === 'rejected' && failure?.error === 'StockShort';
}

/** What must hold of the stock when everything has ended: what is gone was shipped, and nothing is held for nobody. */
export function checkStock(
  { problems, levels }: Pick<StockBooks, 'problems' | 'levels'>,
  pieces: number,
  attempts: readonly Attempt[],
  world: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
): readonly string[] {
  const fulfilled = attempts.filter(({ record }) => record.outcome === 'fulfilled');
  const shipped = (sku: string) =>
    fulfilled
      .flatMap(({ order }) => order.items)
      .reduce((sum, item) => sum + (item.sku === sku ? item.quantity : 0), 0);
  const ofFulfilled = new Set(fulfilled.map(({ order, number }) => stockKeyOf(order.orderId, number)));
  const broken = [...levels.values()].flatMap(({ sku, left, holds }) => [
    ...(pieces - left === shipped(sku)
      ? []
      : [`what is gone of ${sku} was shipped: ${pieces - left}, not ${shipped(sku)}`]),
    ...holds.filter(({ key }) => !ofFulfilled.has(key)).map(({ key }) => `nothing is held of ${sku} for ${key}`),
  ]);
  const charged = attempts
    .filter(({ record }) => wasShortOfStock(record))
    .filter(({ order, number }) => attemptBooks(world, order.orderId, number).charges.some(({ amount }) => amount))
    .map(({ order, number }) => `nobody is charged who was turned away: attempt ${number} at ${order.orderId}`);
  return [...problems, ...[...broken, ...charged].map((promise) => `stock: not kept: ${promise}`)];
}

import type { Basket, BasketLine } from '../basket.ts';

/** A basket of this line and nothing else that a rule could complain of. */
export function aBasket(line: Partial<BasketLine> = {}, fields: Partial<Omit<Basket, 'lines'>> = {}): Basket {
  return { lines: [{ sku: 'CUP', quantity: 1, field: 'items[0]', ...line }], currency: 'default', ...fields };
}

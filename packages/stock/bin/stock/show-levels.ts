import type { StockLevel } from '../../src/ports/stock-table.ts';

/** What is written is what the stage last wrote: it asks how orders have ended only when it needs their pieces. */
export const heldUntilNeeded =
  'What is held for an order that has ended is counted as sold, or comes back, when somebody next needs the pieces.';

/** Levels for people, or as one document of JSON. */
export function showLevels(levels: readonly StockLevel[], json = false): string {
  const shown = levels.map(({ sku, left, sold, holds }) => ({
    ...{ sku, left, held: holds.reduce((sum, { quantity }) => sum + quantity, 0), sold },
    holds: holds.map(({ orderId, attempt, quantity, since }) => ({
      ...{ orderId, attempt, quantity, since: new Date(since).toISOString() },
    })),
  }));
  if (json) return JSON.stringify(shown, null, 2);
  if (shown.length === 0) return 'No pieces were put into this table yet: nothing can be sold.';
  const isHeld = shown.some(({ held }) => held > 0);
  return shown
    .flatMap(({ sku, left, held, sold, holds }) => [
      `${sku}: ${left} left, ${held} held, ${sold} sold`,
      ...holds.map(
        ({ orderId, attempt, quantity, since }) =>
          `  ${quantity} for ${JSON.stringify(orderId)}${attempt > 1 ? `, attempt ${attempt},` : ''} since ${since}`,
      ),
    ])
    .concat(isHeld ? [heldUntilNeeded] : [])
    .join('\n');
}

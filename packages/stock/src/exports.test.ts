import { expect, it } from 'vitest';

it('exports these names: a change here is a change of the public interface and asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "StockShort",
      "StockTableBroken",
      "StockUnavailable",
      "addStock",
      "askAfterHolds",
      "dynamoStockTable",
      "holdPieces",
      "memoryStockTable",
      "releasePieces",
      "releaseReceiptSchema",
      "releaseStock",
      "reservationReceiptSchema",
      "reserveStock",
      "stockFromEnvironment",
    ]
  `);
});

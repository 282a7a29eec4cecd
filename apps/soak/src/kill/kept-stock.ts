import { type DataFolder, withWorkflow } from '@order-workflow/local';
import { attemptsOf } from '../attempts.ts';
import type { EndedOrder } from '../ended-order.ts';
import { stockHere } from '../here.ts';
import type { Item } from '../lean-expressions.ts';
import { checkStock } from '../stock/check-stock.ts';
import { allPieces, readStockItem, untouchedStock } from '../stock/stock-item.ts';

const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.PutItem',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=operator/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
};

/** Puts pieces of the product that a batch orders into the stock of a data folder, where a stage holds some. */
export async function putStockIn({ path }: DataFolder, pieces: number): Promise<void> {
  if (!stockHere) return;
  const body = JSON.stringify({ TableName: stockHere.table, Item: untouchedStock('SKU001', pieces) });
  await withWorkflow({ data: path }, async ({ tables }) => {
    const answer = await fetch(tables?.endpoint ?? '', { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`stock could not be put in: ${await answer.text()}`);
  });
}

/** What must hold of the stock in a data folder when all its orders have succeeded. */
export async function checkKeptStock(
  { path }: DataFolder,
  pieces: number,
  ended: readonly EndedOrder[],
): Promise<readonly string[]> {
  if (!stockHere) return [];
  const { table } = stockHere;
  return withWorkflow({ data: path }, async ({ tables, world }) => {
    const items = ((await tables?.items(table)) ?? []).map((item) => readStockItem(item as Item));
    const levels = items.filter((item) => item.kind === 'level');
    const lost = levels.filter((level) => allPieces(level) !== pieces);
    if (!world) throw new Error('no books are kept');
    const attempts = ended.flatMap((one) => attemptsOf([one]));
    return [
      ...lost.map((level) => `stock: not kept: left, held and sold are ${pieces}: ${JSON.stringify(level)}`),
      ...checkStock(
        { problems: [], levels: new Map(levels.map((level) => [level.sku, level])) },
        pieces,
        attempts,
        world,
      ),
    ];
  });
}

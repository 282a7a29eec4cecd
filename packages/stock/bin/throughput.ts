// How many reservations of one product a second 16 buyers make at once, on AWS's own DynamoDB on this machine, by one conditional
// write a product, and by a transaction over product and order. `pnpm --filter @order-workflow/stock throughput`. Needs Java 17 and Maven.
import { callDynamo } from '@order-workflow/stage-kit/dynamodb';
import { makeTable } from '@order-workflow/stage-kit/testing';
import { missingForDynamoDbLocal, startDynamoDbLocal } from '@order-workflow/toolchain/emulators';
import { dynamoStockTable } from '../src/adapters/dynamo-stock-table.ts';
import { addStock } from '../src/add-stock.ts';
import { holdPieces } from '../src/hold-pieces.ts';
import type { StockPorts } from '../src/stock-ports.ts';

const buyers = 16;
const orders = 800;
const warmUp = 100;
const missing = missingForDynamoDbLocal();
if (missing) throw new Error(`${missing}: missing, and AWS's own DynamoDB needs it`);
const { service, stop } = await startDynamoDbLocal();
const { signal } = new AbortController();
const call = callDynamo(service);

/** Each buyer orders one piece after another; `buy` says how often it had to try. */
async function measure(name: string, buy: (orderId: string) => Promise<number>): Promise<void> {
  // What is compiled on the way, here and there, is no property of either.
  let next = -warmUp;
  while (next < 0) await buy(`${next++}`);
  let tries = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: buyers }, async () => {
      while (next < orders) {
        const tried = await buy(`${next++}`);
        tries += tried;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const figures = `${Math.round(orders / seconds)} a second, ${(tries / orders).toFixed(2)} tries each`;
  console.log(`${name.padEnd(38)} ${figures}`);
}

try {
  await makeTable(service, 'Stock', 'id');
  const table = dynamoStockTable({ ...service, table: 'Stock' });
  console.log(`${buyers} buyers, ${orders} orders of one piece of one product`);
  for (const [name, open] of [
    ['one conditional write, orders end soon', 2 * buyers],
    ['one conditional write, all stay open', orders],
  ] as const) {
    const standingOf: StockPorts['orders']['standingOf'] = async (orderId) => ({
      answer: 'standing',
      standing: Number(orderId) < latest - open ? 'fulfilled' : 'unsettled',
    });
    const sku = name;
    let latest = 0;
    await addStock(sku, orders + warmUp, { table, signal });
    await measure(name, async (orderId) => {
      latest = Number(orderId);
      const lines = [{ sku, title: name, quantity: 1 }];
      const needs = { order: { orderId }, validation: { lines, attempt: open } };
      const ports: StockPorts = { table, orders: { standingOf }, clock: Date, signal };
      for (let tries = 1; ; tries++) {
        const decision = await holdPieces(needs, ports);
        if (decision.kind === 'receipt') return tries;
        if (decision.failure.family === 'rejection') throw decision.failure;
      }
    });
  }
  await call('PutItem', { TableName: 'Stock', Item: { id: { S: 'plain' }, left: { N: `${2 * orders}` } } }, signal);
  await measure('a transaction over product and order', async (orderId) => {
    for (let tries = 1; ; tries++) if (await inTransaction(orderId)) return tries;
  });
} finally {
  await stop();
}

/** The least that a transaction needs: a count that goes down, and an item that says for whom. */
async function inTransaction(orderId: string): Promise<boolean> {
  const one = { ':one': { N: '1' } };
  const Update = {
    TableName: 'Stock',
    Key: { id: { S: 'plain' } },
    UpdateExpression: 'SET #left = #left - :one',
    ConditionExpression: '#left >= :one',
    ExpressionAttributeNames: { '#left': 'left' },
    ExpressionAttributeValues: one,
  };
  const Item = { id: { S: `transaction-${orderId}` }, quantity: { N: '1' } };
  const Put = { TableName: 'Stock', Item, ConditionExpression: 'attribute_not_exists(id)' };
  const answer = await call('TransactWriteItems', { TransactItems: [{ Update }, { Put }] }, signal);
  if (answer.kind === 'done') return true;
  if (answer.kind === 'refused' && answer.error === 'TransactionCanceledException') return false;
  if (answer.kind === 'not-done') return false;
  throw new Error(JSON.stringify(answer));
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleOrders } from '../src/order/example-orders.ts';

it('offers examples that the repository has too', () => {
  const files = exampleOrders.map(({ order }) => (order['orderId'] === '12345' ? 'sample' : order['orderId']));
  const examples = files.map((name) =>
    JSON.parse(readFileSync(new URL(`../../../examples/orders/${name}.json`, import.meta.url), 'utf8')),
  );
  expect(exampleOrders.map(({ order }) => order)).toEqual(examples);
});

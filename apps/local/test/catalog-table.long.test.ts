import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { buildAssembly } from '../src/build/build-assembly.ts';
import { keptWorld } from './kept-world.ts';
import { runOrder } from './run-command.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const products = fileURLToPath(new URL('../../../packages/validate/src/adapters/products.json', import.meta.url));

vi.stubEnv('ORDER_WORKFLOW_CATALOG_TABLE', 'true');
await buildAssembly({ repository });

it('prices orders by what is in the table of this machine from the next order on, and sells nothing before it is loaded', async () => {
  const { folder } = keptWorld();
  const env = { ORDER_WORKFLOW_DATA: folder };
  const order = (...args: string[]) => runOrder(args, '', env);
  const placed = async (text: string, ...args: string[]) =>
    JSON.parse((await runOrder(['place', '-', '--json', '--fast-forward', ...args], text, env)).stdout);
  const asked = (orderId: string) =>
    JSON.stringify({
      orderId,
      customerEmail: 'test@example.com',
      paymentMethod: 'CreditCard',
      items: [{ sku: 'SKU001', quantity: 2 }],
    });

  expect(await placed(asked('early'))).toMatchObject({ status: 'FAILED', error: 'CatalogUnavailable' });
  expect((await order('catalog', 'load', products)).exitCode).toBe(0);
  expect((await order('catalog', 'set', 'SKU001', 'EUR=1')).exitCode).toBe(0);
  expect(await placed(asked('cheap'))).toMatchObject({
    outcome: 'fulfilled',
    output: { validation: { total: { amount: 2 } } },
  });
  expect((await order('redrive', 'early', '--fast-forward')).exitCode).toBe(0);
  expect((await order('catalog', 'remove', 'SKU001')).exitCode).toBe(0);
  expect(await placed(asked('gone'))).toMatchObject({ outcome: 'rejected' });
});

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { serve } from './serve.ts';

const run = promisify(execFile);
const example = fileURLToPath(new URL('../../../examples/', import.meta.url));

it('lets a storefront of some thirty lines place, watch and cancel orders by the order API', async () => {
  const world = keptWorld();
  const { endpoint } = await serve(world.folder);
  const shop = async (...args: string[]) => {
    const env = { ...process.env, ORDER_API: endpoint };
    const { stdout } = await run(process.execPath, [`${example}storefront/storefront.mjs`, ...args], { env });
    return stdout.trim().split('\n');
  };
  const fulfilled = '12345: fulfilled, money charged, parcel sent';
  expect((await shop('place', `${example}orders/sample.json`)).at(-1)).toBe(fulfilled);
  expect(await shop('place', `${example}orders/sample.json`)).toContain(fulfilled);
  expect(await world.ledgers('12345')).toMatchObject({ charges: 1, shipments: 1 });
  expect(await shop('watch', '12345')).toEqual([fulfilled]);
  expect(await shop('watch', '54321')).toEqual(['/orders/54321: 404, money undefined, parcel undefined']);
  // The simulated carrier hands a parcel back that has not left yet.
  const cancelled = '12345: cancelled, money nothing-held, parcel none';
  expect((await shop('cancel', '12345')).at(-1)).toBe(cancelled);
  expect(await world.ledgers('12345')).toMatchObject({ charges: 0, shipments: 0 });
});

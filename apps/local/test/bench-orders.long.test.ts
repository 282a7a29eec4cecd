import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../bin/bench-orders.ts', import.meta.url));

it('measures a handful of orders, and says of each figure what it is', async () => {
  const given = ['--conditions=@order-workflow/source', script, '--concurrency', '2', '--orders', '4'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, given);
  expect(stderr).toMatch(/^2 at once, round 1, this: 4 orders, [\d.]+ a second$/m);
  const [names = '', figures = ''] = stdout.trim().split('\n').slice(-2);
  expect(figures).toMatch(/^2 \| this \| 4 \| [\d.]+ \| 1\.00 \| /);
  expect(figures.split(' | ')).toHaveLength(names.split(' | ').length);
});

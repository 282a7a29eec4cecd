import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anOrder } from '@order-workflow/order-domain/testing';
import { expect, it, onTestFinished } from 'vitest';
import { synthesized } from './synthesized.ts';

const script = fileURLToPath(new URL('../../../apps/local/bin/order.mjs', import.meta.url));

it('sells what `order stock add` put into the table of this machine, and no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stock-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { ...process.env, ORDER_WORKFLOW_ASSEMBLY: synthesized(), ORDER_WORKFLOW_DATA: folder };
  const order = (args: readonly string[], input = '') =>
    new Promise<string>((done) => {
      const command = ['--conditions=@order-workflow/source', script, ...args];
      const child = execFile(process.execPath, command, { env }, (_, stdout, stderr) => done(`${stdout}${stderr}`));
      child.stdin?.end(input);
    });
  const place = async (orderId: string) => {
    const placed = anOrder().with({ orderId, items: [{ sku: 'SKU001', quantity: 2 }] });
    const said = await order(['place', '-', '--json', '--fast-forward'], JSON.stringify(placed.build()));
    return JSON.parse(said.match(/^\{.*\}$/ms)?.[0] ?? '{}').outcome;
  };
  expect(await place('early')).toBe('rejected');
  expect(await order(['stock', 'add', 'SKU001', '3'])).toBe('SKU001: 3 left, 0 held, 0 sold\n');
  expect([await place('first'), await place('second')]).toEqual(['fulfilled', 'rejected']);
  expect(await order(['stock', 'take', 'SKU001', '2'])).toMatch('SKU001: 2 pieces cannot be taken out, 1 are left');
  expect(await order(['stock', 'list'])).toMatch(/^SKU001: 1 left, [02] held, [02] sold$/m);
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogAssembly } from './catalog-assembly.ts';
import { keptWorld } from './kept-world.ts';
import { spawnOrder } from './run-command.ts';

/** Each command once as a user meets it, in a process of its own (`serve`: serve.test.ts). */

const products = fileURLToPath(new URL('../../../packages/validate/src/adapters/products.json', import.meta.url));
const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));

describe('a command that is a process of its own', () => {
  it("hands `catalog` to the program of the stage's team, with its options and its exit code", async () => {
    expect(await spawnOrder(['catalog', 'lst', '--table', 'Catalog'], '', {})).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^pnpm order catalog list/),
    });
  });

  it('keeps a catalog in the data folder, where the workflow has a table for it: load, remove, list', async () => {
    const { folder } = keptWorld();
    const env = { ORDER_WORKFLOW_DATA: folder, ORDER_WORKFLOW_ASSEMBLY: catalogAssembly() };
    const catalog = (...args: string[]) => spawnOrder(['catalog', ...args], '', env);
    expect(await catalog('load', products)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^16 products loaded/),
      stderr: '',
    });
    expect(await catalog('remove', 'SKU002')).toEqual({ exitCode: 0, stdout: 'SKU002 is removed.\n', stderr: '' });
    const { stdout } = await spawnOrder(['catalog', 'list', '--data', folder], '', {
      ...env,
      ORDER_WORKFLOW_DATA: undefined,
    });
    expect(stdout).toMatch(/^SKU001 .*\nSKU003 /);
  });

  it('leaves to the next one what it did: place, list, show, redrive, notices, prune, reset', async () => {
    const { folder } = keptWorld();
    const order = (...args: string[]) => spawnOrder(args, '', { ORDER_WORKFLOW_DATA: folder });
    expect(await order('place', sample, '--fault', 'validate=defect')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('FAILED at Validate Order'),
      stderr: 'Fault validate=defect: struck once\n',
    });
    expect(await order('list')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/✖ FAILED +12345 +order-12345 +\d{4}-\d\d-\d\d at \d\d:\d\d:\d\d UTC/),
      stderr: '',
    });
    expect(await order('show', '12345', '--json')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('"error":"TypeError"'),
      stderr: '',
    });
    expect(await order('redrive', '12345', '--fault', 'notify=down', '--fast-forward')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('fulfilled · charged and shipped'),
    });
    expect(await order('notices', '--replay')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/published +12345/),
      stderr: '',
    });
    expect(await order('prune', '--before', '2026-01-01')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Kept: 1, ended later'),
    });
    expect(await order('reset')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Forgotten'),
      stderr: '',
    });
    expect(await order('list')).toMatchObject({ exitCode: 0, stdout: '' });
  });

  it('reads orders from its standard input', async () => {
    const { exitCode, stdout } = await spawnOrder(['place', '-', '--fresh', '--json'], '{}');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'SUCCEEDED', outcome: 'rejected' });
  });

  it('shows the sample order: start', async () => {
    const { exitCode, stdout, stderr } = await spawnOrder(['start']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('fulfilled · charged and shipped');
    expect(stdout).not.toContain('\u001b');
  });

  it('lists what can go wrong: faults', async () => {
    expect(await spawnOrder(['faults'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('docs/faults.md'),
      stderr: '',
    });
  });

  it('exits with 2 when it is not understood', async () => {
    expect(await spawnOrder(['plaice'])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it.each([
  ['packages/asl-engine/bin/conformance.ts', 'pnpm conformance <scenarios.json> --out <results.json>'],
  ['packages/asl-engine/bin/bench.ts', 'pnpm bench engine [rounds]'],
  ['infra/bin/starts.ts', 'pnpm starts [rounds]'],
])('%s says on --help how it is called, and begins nothing', (script, usage) => {
  const path = fileURLToPath(new URL(`../../../${script}`, import.meta.url));
  const given = ['--conditions=@order-workflow/source', path, '--help'];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `Usage: ${usage}\n`, stderr: '' });
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { testSeed } from '@order-workflow/toolchain/test-seed';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../bin/soak.ts', import.meta.url));

/** What the soak prints of fifty schedules, which are two batches. */
function soakOn(threads: number): Record<string, unknown> {
  const options = [
    '--schedules',
    '50',
    '--seed',
    String(testSeed),
    '--threads',
    String(threads),
    '--lanes',
    '1',
    '--json',
  ];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=@order-workflow/source', program, ...options],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const { seconds: _, ...figures } = JSON.parse(stdout);
  return figures;
}

it('is the same soak on however many threads', () => {
  const alone = soakOn(1);
  expect(alone).toMatchObject({ schedules: '50', failure: null });
  expect(soakOn(2)).toEqual(alone);
});

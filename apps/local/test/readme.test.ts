import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';

const root = new URL('../../../', import.meta.url);

it('lets the four commands of the README break an order and mend it', async () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  const [, block = ''] = /Break something, and mend it:\n\n```\n(.*?)```/s.exec(readme) ?? [];
  const commands = block
    .trim()
    .split('\n')
    .map((line) => line.replace(/^pnpm order /, '').split(' '));
  const world = keptWorld();
  const runs = [];
  for (const words of commands)
    runs.push(
      await world.order(words.map((word) => (word.endsWith('.json') ? fileURLToPath(new URL(word, root)) : word))),
    );
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0, 0]);
  expect(runs[2]?.stdout).toContain('order-12345');
  expect(runs[3]?.stdout).toContain('refunded · nothing is shipped, and nothing is held');
  expect(await world.ledgers('12345')).toEqual({ held: 0, charges: 0, shipments: 0 });
});

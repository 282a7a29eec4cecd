import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/placing-orders.md', root), 'utf8');

/** The commands of the block that follows some words, each as its arguments, with the files that a shell makes of a pattern. */
function commandsAfter(words: string): readonly (readonly string[])[] {
  const block = page.split(words)[1]?.split('```')[1] ?? '';
  return block
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/^pnpm (?:--silent )?order /, '')
        .split(' ')
        .flatMap(filesOf),
    );
}

function filesOf(word: string): readonly string[] {
  if (!word.endsWith('.json')) return [word];
  return globSync(word, { cwd: root }).map((file) => fileURLToPath(new URL(file, root)));
}

it('lets who types the commands of docs/placing-orders.md one after another break an order and mend it', async () => {
  const world = keptWorld();
  const placing = commandsAfter('## Place orders\n');
  expect(placing).toHaveLength(4);
  for (const words of placing.slice(0, 3)) expect(await world.order(words)).toMatchObject({ exitCode: 0 });
  // Two of the examples are no JSON that can be started.
  expect(await world.order(placing[3] ?? [])).toMatchObject({ exitCode: 2 });

  const runs = [];
  for (const words of commandsAfter('## Break something, and mend it\n')) runs.push(await world.order(words));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1, 0, 0]);
  expect(runs[3]?.stdout).toContain('order-12345');
  expect(runs[4]?.stdout).toContain('refunded · nothing is shipped, and nothing is held');
  expect(await world.ledgers('12345')).toEqual({ held: 0, charges: 0, shipments: 0 });
});

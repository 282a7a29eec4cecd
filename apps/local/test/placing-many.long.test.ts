import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';

const root = new URL('../../../', import.meta.url);
const examples = readdirSync(new URL('examples/orders/', root)).filter((name) => name.endsWith('.json'));

/** What the shell makes of a word: the files of a pattern, or the word. */
function expand(word: string): readonly string[] {
  if (word !== 'examples/orders/*.json') return [word.endsWith('.json') ? fileURLToPath(new URL(word, root)) : word];
  return examples.map((name) => fileURLToPath(new URL(`examples/orders/${name}`, root)));
}

it('lets every line of docs/placing-orders.md that places orders end by itself, though one example waits for hours', async () => {
  const page = readFileSync(new URL('docs/placing-orders.md', root), 'utf8');
  const lines = [...page.matchAll(/^pnpm (?:--silent )?order place (.*)$/gm)].map(([, rest = '']) => rest.split(' '));
  const all = lines.filter((words) => words.includes('examples/orders/*.json'));
  expect(all).not.toEqual([]);
  for (const words of all) {
    const { stdout } = await keptWorld().order(['place', ...words.flatMap(expand)]);
    expect(stdout).toContain(`${examples.length} orders in `);
  }
});

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';

const root = new URL('../../../', import.meta.url);
const places = ['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', '{apps,packages}/*/README.md', 'infra/README.md'];

/**
 * The commands of a document that can be run as they stand: whole, without placeholders, and none that serves until it is ended. Those
 * that place all examples are run by placing-many.long.test.ts.
 */
function commandsOf(document: string): readonly string[] {
  const text = readFileSync(new URL(document, root), 'utf8').replaceAll(/[ \t]+# .*$/gm, '');
  const shown = [...text.matchAll(/(?:^|`)pnpm (?:--silent )?order ([^`\n]+?)(?:`|$)/gm)].map(
    ([, words = '']) => words,
  );
  return [...new Set(shown)].filter(
    (words) =>
      /^(place .|show .|redrive .|cancel .|list|reset|faults|notices)/.test(words) && !/[<…*]|\bID\b/.test(words),
  );
}

/** Run by placing-orders.long.test.ts, which asks for more. */
const runElsewhere = 'docs/placing-orders.md';

const documents = globSync(places, { cwd: fileURLToPath(root) })
  .filter((document) => document !== runElsewhere)
  .map((document) => ({ document, commands: commandsOf(document) }))
  .filter(({ commands }) => commands.length > 0);

describe('every command `pnpm order` of the documents', () => {
  it.each(documents)('is one that the program takes, typed one after another: $document', async ({ commands }) => {
    const world = keptWorld();
    for (const command of commands) {
      const words = wordsOf(command).flatMap((word) => (word.endsWith('.json') ? filesOf(word) : [word]));
      const { exitCode, stderr } = await world.order(words);
      expect({ command, stderr }).not.toMatchObject({ stderr: expect.stringMatching(/usage:|error: /i) });
      expect({ command, isTaken: exitCode === 0 || exitCode === 1 }).toMatchObject({ isTaken: true });
    }
  });

  it('are in several documents', () => {
    expect(documents.length).toBeGreaterThan(5);
  });
});

/** As a shell reads them. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

function filesOf(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: fileURLToPath(root) }).map((file) => fileURLToPath(new URL(file, root)));
}

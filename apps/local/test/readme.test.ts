import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runOrder } from './run-command.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const section = readme.slice(readme.indexOf('\n## Commands'), readme.indexOf('\n## Failures'));
const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)].map(([, given = '', of = '']) => ({ given, of }));
const namesIn = (text: string) => [...text.matchAll(/`([a-z]+)`/g)].map(([, name]) => name);

const { stdout } = await runOrder(['--help'], '', { COLUMNS: '200' });
const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*(?: {2})/gm)].flatMap(([, name]) =>
  name === undefined || name === 'help' ? [] : [name],
);

/** Whose help is another program's. */
const others = ['catalog', 'stock'];

/** Of which commands the help names an option. */
async function commandsWith(option: string): Promise<readonly string[]> {
  const helps = commands
    .filter((command) => !others.includes(command ?? ''))
    .map(async (command) => {
      const { stdout: help } = await runOrder([command, '--help']);
      return new RegExp(`^ {2}${option}\\b`, 'm').test(help) ? [command] : [];
    });
  return (await Promise.all(helps)).flat();
}

describe('the README', () => {
  it('lists each command', () => {
    const listed = rows.map(({ given }) => given.split(/[ |]/)[0]);
    expect(commands).not.toEqual([]);
    for (const command of commands) expect(listed).toContain(command);
  });

  it.each(rows.filter(({ given, of }) => given.startsWith('--') && !of.startsWith('`order`')))(
    'says of which commands $given is an option',
    async ({ given, of }) => {
      const named = namesIn(of);
      const said = of.startsWith('all but') ? commands.filter((command) => !named.includes(command)) : named;
      const found = await commandsWith(given.split(' ')[0] ?? '');
      expect(said.filter((command) => !others.includes(command ?? '')).toSorted()).toEqual(found.toSorted());
    },
  );
});

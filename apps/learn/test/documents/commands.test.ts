import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../temporary-place.ts';
import { commandsIn } from './commands-in.ts';
import { knownCommands } from './known-commands.ts';

const places = ['*.md', 'docs/**/*.md', '{apps,packages,examples}/*/*.md', 'infra/*.md'];
const documents = globSync(places, { cwd: repository }).filter((file) => !file.endsWith('CHANGELOG.md'));
const read = (file: string) => readFileSync(join(repository, file), 'utf8');
const shown = documents.flatMap((file) => commandsIn(read(file)).map((found) => ({ ...found, file })));

it('knows of every command in every document who runs it, or that it needs AWS (if not, add it to known-commands.ts)', () => {
  const unknown = shown.filter(({ command }) => !knownCommands.some((known) => known.command.test(command)));
  expect(unknown.map(({ file, line, command }) => `${file}:${line}: ${command}`)).toEqual([]);
  expect(documents.length).toBeGreaterThan(50);
  expect(shown.length).toBeGreaterThan(150);
});

it('knows no command that no document shows any more', () => {
  const first = shown.map(({ command }) => knownCommands.find((known) => known.command.test(command)));
  expect(knownCommands.filter((known) => !first.includes(known)).map(({ command }) => String(command))).toEqual([]);
});

it('names for each command that is run the file that runs it, with words that stand there', () => {
  for (const { command, how, by } of knownCommands) {
    if (by === undefined) expect(['AWS', 'hand'], String(command)).toContain(how);
    else expect(read(by[0]), String(command)).toContain(by[1]);
  }
});

it('shows no script of pnpm that package.json does not have', () => {
  const scripts = new Map<string, ReadonlySet<string>>();
  const of = (file: string) => {
    const known = scripts.get(file) ?? new Set(Object.keys(JSON.parse(read(file)).scripts ?? {}));
    scripts.set(file, known);
    return known;
  };
  const own = new Set(['install', 'exec', 'turbo', 'changeset', 'run', 'deploy', 'destroy', '<script>']);
  const packages = globSync(['package.json', '{apps,packages}/*/package.json', 'infra/package.json'], {
    cwd: repository,
  });
  const missing = shown.flatMap(({ command, file, line }) => {
    const [, script = ''] =
      /^(?:npx -y )?pnpm(?:@[\d.]+)?(?: --silent| --filter \S+)*(?: ([\w:<>-]+))?/.exec(command) ?? [];
    const isScript = command.includes('pnpm') && script !== '' && !own.has(script);
    return isScript && !packages.some((one) => of(one).has(script)) ? [`${file}:${line}: ${command}`] : [];
  });
  expect(missing).toEqual([]);
});

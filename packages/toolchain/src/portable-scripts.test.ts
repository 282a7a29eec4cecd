import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What only a POSIX shell, or a program that comes with one, makes of a script; npm's shell on Windows is cmd.exe. */
const posix: readonly (readonly [what: string, RegExp])[] = [
  ['a variable before the command', /(^|&& |\|\| )\w+=/],
  ['a variable', /\$/],
  ['single quotes', /'/],
  ['a command after another, or in the background', /;|(?<!&)&(?!&)/],
  ['a substitution', /`/],
  ['a null device', /\/dev\/null/],
  [
    'a program of a POSIX system',
    /(^|&& |\|\| |\| )(rm|cp|mv|cat|mkdir|sh|bash|env|export|test|grep|sed|touch|\.\/|\.ci\/)/,
  ],
];

const manifests = execFileSync('git', ['ls-files', '-z', '*package.json', '*package.json.template'], { cwd: root })
  .toString()
  .split('\0')
  .filter(Boolean);
const scripts = manifests.flatMap((file) => {
  const { scripts = {} } = JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as { scripts?: Record<string, string> };
  return Object.entries(scripts).map(([name, script]) => ({ name: `${file}: ${name}`, script }));
});
const foreign = (script: string) => posix.flatMap(([what, pattern]) => (pattern.test(script) ? [what] : []));

it('needs no POSIX shell for any script of any package, so that each starts on Windows', () => {
  expect(scripts.length).toBeGreaterThan(80);
  expect(scripts.flatMap(({ name, script }) => foreign(script).map((what) => `${name} has ${what}`))).toEqual([]);
});

it.each([
  ['FUZZ=5000 vitest run', 'a variable before the command'],
  ['tsc && KILLS=2 vitest run', 'a variable before the command'],
  ["node -e 'x'", 'single quotes'],
  ['node serve.ts & vitest run', 'a command after another, or in the background'],
  ['tsc && rm -rf dist', 'a program of a POSIX system'],
  ['echo $HOME', 'a variable'],
])('knows that cmd.exe cannot run %s', (script, what) => {
  expect(foreign(script)).toEqual([what]);
});

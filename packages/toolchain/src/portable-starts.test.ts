import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Programs that are scripts of cmd.exe on Windows: without a shell Node does not start one (its change for CVE-2024-27980). */
const scripts = new Set(['pnpm', 'npm', 'npx', 'mvn', 'turbo', 'tsc', 'vitest', 'cdk', 'biome']);

/** Where a program is started that is named elsewhere or is of POSIX, and why Windows does not come there. */
const elsewhere: Readonly<Record<string, string>> = {
  'apps/local/bin/bench-orders/peers/install-peer.ts': 'peers have no server for Windows, and say so',
  'apps/local/bin/bench-orders/peers/postgres.ts': 'peers have no server for Windows, and say so',
  'apps/local/bin/bench-orders/start-process.ts': 'what is no peer is Node itself',
  'apps/local/src/cli/open-letters.ts': 'each system has its own opener, Windows too',
  'apps/local/test/run-command.ts': 'a shell limits the size of files, in a test that Windows does not run',
  'apps/console/test/browser/open-browser.ts': 'the browser is for Linux',
  'infra/test/deployed/emulator/find-python.ts': 'test:deploy says that it does not run on Windows',
  'infra/test/deployed/emulator/start-emulator.ts': 'test:deploy says that it does not run on Windows',
  'infra/test/deployed/run-quietly.ts': 'test:deploy says that it does not run on Windows',
  'packages/mailer/test/start-moto.ts': 'long tests of it need python3, and say so',
};

/** What a module starts without a shell that Windows may not, by what is read at the call. */
function unportable(source: string): readonly string[] {
  if (!source.includes("'node:child_process'") || source.includes("from 'cross-spawn'")) return [];
  const calls = source.matchAll(/\b(?:spawn|spawnSync|execFile|execFileSync)\(\s*([^,)\s]+)(?:(?!\n\n)[^;])*/g);
  return [...calls].flatMap(([call, program = '']) => {
    const [, named] = /^['"`]([\w.-]+)['"`]$/.exec(program) ?? [];
    const isFine =
      program === 'process.execPath' || (named !== undefined && !scripts.has(named)) || /shell:/.test(call);
    return isFine ? [] : [program];
  });
}

const all = execFileSync('git', ['ls-files', '-z', '*.ts', '*.mjs', '*.js'], { cwd: root })
  .toString()
  .split('\0')
  .filter(Boolean);
const files = all.filter((file) => !file.endsWith('.test.ts'));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');

it('starts no program that Windows has as a script, but where Windows does not come or a shell starts it', () => {
  const found = files.filter((file) => unportable(read(file)).length > 0);
  expect(found.toSorted()).toEqual(Object.keys(elsewhere).toSorted());
});

it('makes no file URL of a path by hand, nor a path of a URL: on Windows both are others', () => {
  const byHand =
    /new URL\(`file:|import\(`file:|`file:\/\/\$\{|import\.meta\.url\)\.pathname|new URL\([^(),]+, (?!['"`])[^()]+\)\.pathname/;
  const others = ['apps/local/src/cli/serve-command.ts', 'packages/toolchain/src/portable-starts.test.ts'];
  expect(all.filter((file) => !others.includes(file) && byHand.test(read(file)))).toEqual([]);
});

it('expects no rights of a file where the system has no owners: on Windows a file has others', () => {
  const rights = all.filter((file) => file.endsWith('.test.ts') && /\.mode & 0o/.test(read(file)));
  expect(rights.length).toBeGreaterThan(4);
  expect(rights.filter((file) => !read(file).includes('process.getuid'))).toEqual([]);
});

it.each([
  ["spawnSync('pnpm', ['install'])", ["'pnpm'"]],
  ['execFileSync(program, [], { cwd })', ['program']],
  ["spawnSync('pnpm', ['install'], { shell: windows })", []],
  ['spawn(process.execPath, args)', []],
  ["execFileSync('git', ['status'])", []],
])('reads %s', (call, said) => {
  expect(unportable(`import 'node:child_process';\n${call};`)).toEqual(said);
});

// What a script of the root begins with. `pnpm ready`: what an order runs on is installed, the `dependencies` of each package;
// `pnpm tools`: their `devDependencies` too. What is installed follows the lockfile, and nothing is taken away.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const isThere = (name) => existsSync(`${repository}node_modules/${name}`);

const all = process.argv.includes('--all') || isThere('knip');
const isFirst = !isThere(all ? 'knip' : 'turbo');
if (isFirst) console.error(all ? 'Installing the tools …' : 'Installing what an order runs on …');
// What it says is no output of the script that begins so; and of nothing to do nothing is said.
const { status, error, output } = spawnSync('pnpm', all ? ['install'] : ['install', '--prod'], {
  cwd: repository,
  // On Windows pnpm is a script of cmd.exe. What is given to it is written above.
  shell: process.platform === 'win32',
  stdio: isFirst ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
});
if (error) throw error;
if (isFirst) removeHeaders(`${repository}node_modules/node/node_modules`);
if (status !== 0) process.stderr.write(output.filter(Boolean).join(''));
process.exitCode = status ?? 1;

/** What compilers of C++ need of Node comes with it, 67 MB that nothing here reads. */
function removeHeaders(folder) {
  const systems = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('node-')) : [];
  for (const system of systems) rmSync(`${folder}/${system}/include`, { recursive: true, force: true });
}

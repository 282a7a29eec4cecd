import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Moto plays SES, with its identities, and keeps what it took. It comes from PyPI, at this version. */
const version = '5.2.5';
const home = join(homedir(), '.cache', 'order-workflow', `moto-${version}`);
const python = join(home, 'bin', 'python');

/** What is missing for it on this machine; undefined where nothing is. */
export function missingForMoto(): string | undefined {
  const { status } = spawnSync('python3', ['-c', 'import venv, ensurepip'], { stdio: 'ignore' });
  return status === 0 ? undefined : 'Python 3 with venv';
}

/** Installs Moto, unless it is there, and starts it on a port of loopback that is free. */
export async function startMoto() {
  if (!existsSync(join(home, 'bin', 'moto_server'))) {
    mkdirSync(home, { recursive: true });
    for (const [command, ...args] of [
      ['python3', '-m', 'venv', home],
      [python, '-m', 'pip', 'install', '--quiet', `moto[server]==${version}`],
    ] as const) {
      const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
    }
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(join(home, 'bin', 'moto_server'), ['-H', '127.0.0.1', '-p', `${port}`], { stdio: 'ignore' });
  while (!(await answers(`${url}/moto-api/data.json`))) if (server.exitCode !== null) throw new Error('Moto has ended');
  return {
    url,
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  await new Promise((closed) => taken.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

async function answers(url: string): Promise<boolean> {
  await new Promise((later) => setTimeout(later, 100));
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

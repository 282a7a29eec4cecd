import { spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { emulatorAccount, emulatorRegion, withoutAws } from '../emulator-environment.ts';
import { loopbackOnly } from '../loopback-only.ts';
import { freePort } from './free-port.ts';

export interface Emulator {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Ends it with everything that it started and wrote. The end of this process does so too. */
  stop(): void;
}

const startsWithinMs = 60_000;

/**
 * Starts MiniStack on a free port of loopback and waits until it answers. The functions run in processes of this
 * machine's Node; Docker is kept out of its sight.
 *
 * @throws Error with what it wrote when it does not come up
 */
export async function startEmulator(python: string, environment: NodeJS.ProcessEnv): Promise<Emulator> {
  const port = await freePort();
  const endpoint = loopbackOnly(`http://127.0.0.1:${port}`);
  const folder = await mkdtemp(join(tmpdir(), 'order-workflow-emulator-'));
  const log = join(folder, 'emulator.log');
  const output = openSync(log, 'a');
  // A group of its own, so that what it starts ends with it.
  const child = spawn(python, ['-m', 'ministack.app'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...withoutAws(environment),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_ACCOUNT_ID: emulatorAccount,
      MINISTACK_REGION: emulatorRegion,
      LAMBDA_EXECUTOR: 'local',
      DOCKER_HOST: 'unix:///nonexistent/docker.sock',
      TMPDIR: folder,
      STATE_DIR: join(folder, 'state'),
      S3_DATA_DIR: join(folder, 's3'),
    },
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    if (child.pid !== undefined) killGroup(child.pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  const until = Date.now() + startsWithinMs;
  while (!ended && Date.now() < until) {
    if (await answers(endpoint)) return { endpoint, stop };
    await sleep(200);
  }
  const written = readFileSync(log, 'utf8').slice(-2000);
  stop();
  throw new Error(`MiniStack did not answer at ${endpoint}:\n${written}`);
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

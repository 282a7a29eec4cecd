import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const local = dirname(createRequire(import.meta.url).resolve('@order-workflow/local/package.json'));
const order = ['--conditions=@order-workflow/source', join(local, 'bin/order.mjs')];
const repository = join(local, '../..');

/** Runs a command of `order` to its end. An order that fails is no failure of the command here. */
export async function runOrder(args: readonly string[], input = ''): Promise<void> {
  const running = promisify(execFile)(process.execPath, [...order, ...args], { cwd: repository, maxBuffer: 1e9 });
  running.child.stdin?.end(input);
  await running.catch((error: { code?: unknown }) => {
    if (error.code !== 1) throw error;
  });
}

export interface OrderServer {
  /** `http://127.0.0.1:40123` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts `order serve` over a data folder and waits until it answers. */
export async function serveOrders(data: string, port = 0): Promise<OrderServer> {
  const child = spawn(process.execPath, [...order, 'serve', '--json', '--port', String(port), '--data', data], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    endpoint: await firstEndpoint(child),
    async close() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function firstEndpoint({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The server prints nowhere.');
  for await (const line of createInterface(stdout)) {
    const endpoint = /"endpoint": ?"([^"]+)"/.exec(line)?.[1];
    if (endpoint !== undefined) return endpoint;
  }
  throw new Error('The server ended before it said where it is.');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/** `order serve` of a checkout, in a process of its own. */
export interface OrderServer {
  readonly endpoint: string;
  readonly stateMachineArn: string;
  /** The most memory that it ever had, in bytes; NaN where the system does not say. */
  peakRssBytes(): number;
  /** How long it has kept cores busy, all its threads together, in milliseconds; NaN where the system does not say. */
  cpuMs(): number;
  /** Ends it as Ctrl-C does; may be called twice. */
  end(): Promise<void>;
}

export async function startOrderServer(checkout: string, dataFolder: string): Promise<OrderServer> {
  const options = ['--conditions=@order-workflow/source', entryOf(checkout)];
  const server = spawn(process.execPath, [...options, 'serve', '--port', '0', '--json', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  server.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const exited = once(server, 'exit');
  let written = '';
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    written += String(chunk);
    if (/^\{.*\}$/m.test(written)) break;
  }
  const [line] = /^\{.*\}$/m.exec(written) ?? [];
  if (line === undefined)
    throw new Error(`order serve of ${checkout} did not start; is it built and synthesized? ${told}`);
  const { endpoint, stateMachineArn } = JSON.parse(line) as { endpoint: string; stateMachineArn: string };
  return {
    endpoint,
    stateMachineArn,
    peakRssBytes: () => peakRssOf(server.pid),
    cpuMs: () => cpuMsOf(server.pid),
    async end() {
      server.kill('SIGINT');
      await exited;
    },
  };
}

/** An older checkout has it under its older name. */
function entryOf(checkout: string): string {
  const [entry = ''] = ['order.mjs', 'order.ts'].map((name) => `${checkout}/apps/local/bin/${name}`).filter(existsSync);
  return entry;
}

/** proc(5): VmHWM, in KiB, is of Linux. */
function peakRssOf(pid: number | undefined): number {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) * 1024;
  } catch {
    return Number.NaN;
  }
}

/** proc(5): of `/proc/<pid>/stat`, what follows the name in brackets begins with field 3; 14 and 15 are in ticks of 10 ms. */
function cpuMsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

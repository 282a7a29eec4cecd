import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const orderBin = fileURLToPath(new URL('../bin/order.ts', import.meta.url));
export const nodeFlags = ['--conditions=@order-workflow/source'];

/** Runs `order` as a user would, in a process of its own, with this on its standard input. */
export async function runOrder(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<CommandRun> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...nodeFlags, orderBin, ...args], { env: { ...inherited, ...env } });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { exitCode, stdout, stderr };
}

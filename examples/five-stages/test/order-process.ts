import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../apps/local/bin/order.mjs', import.meta.url));

/** Runs `order` in a process of its own, as a user does, and kills it (SIGKILL) once so many of its orders have ended. Gives whether it was killed. */
export async function runOrders(
  args: readonly string[],
  input: string,
  assembly: string,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const env = { ...process.env, ORDER_WORKFLOW_ASSEMBLY: assembly };
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', script, ...args], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  // Who is killed does not read on.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  createInterface({ input: child.stderr }).on('line', (line) => {
    const ended = Number(/^(\d+) of \d+ orders/.exec(line)?.[1] ?? 0);
    if (ended >= killAfter) child.kill('SIGKILL');
  });
  return new Promise((done, failed) =>
    child.on('error', failed).on('close', (_, signal) => done(signal === 'SIGKILL')),
  );
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../apps/local/bin/order.ts', import.meta.url));

/** How a process of the command line ended, and the documents that it printed, one an order. */
export interface OrderProcess {
  readonly killed: boolean;
  readonly printed: readonly string[];
}

/** Runs `order` in a process of its own, as a user does, and kills it (SIGKILL) once so many of its orders have ended. */
export async function runOrders(
  args: readonly string[],
  input: string,
  assembly: string,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<OrderProcess> {
  const env = { ...process.env, ORDER_WORKFLOW_ASSEMBLY: assembly };
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', script, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Who is killed does not read on.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const printed: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => printed.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => {
    const ended = Number(/^(\d+) of \d+ orders/.exec(line)?.[1] ?? 0);
    if (ended >= killAfter) child.kill('SIGKILL');
  });
  const killed = await new Promise<boolean>((done, failed) =>
    child.on('error', failed).on('close', (_, signal) => done(signal === 'SIGKILL')),
  );
  return { killed, printed };
}

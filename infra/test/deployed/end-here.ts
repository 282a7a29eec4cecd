import { type ComparableEnd, comparableEnd } from './comparable-end.ts';
import { runQuietly } from './run-quietly.ts';

/** Runs an order on this machine, with the command that the README shows, keeping nothing. */
export async function endHere(repository: string, order: string, env: NodeJS.ProcessEnv): Promise<ComparableEnd> {
  const path = `examples/orders/${order}.json`;
  const command = ['apps/local/bin/order.mjs', 'place', path, '--json', '--fast-forward', '--fresh'];
  const { stdout } = await runQuietly('node', ['--conditions=@order-workflow/source', ...command], {
    cwd: repository,
    env,
    expected: [0, 1],
  });
  return comparableEnd(JSON.parse(stdout));
}

import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { readOrders } from './input/read-orders.ts';
import type { PlaceCommandOptions } from './place-command-options.ts';
import { placeMany } from './place-many.ts';
import { placeReported } from './place-reported.ts';
import { placeShown } from './place-shown.ts';
import { withWorkflow } from './with-workflow.ts';
import { writeOut } from './write-out.ts';

/** `order place <inputs…>`: gives the exit code. */
export async function placeCommand(inputs: readonly string[], options: PlaceCommandOptions): Promise<number> {
  if (inputs.includes('-') && process.stdin.isTTY)
    process.stderr.write('Reading from the terminal: end with Ctrl-D.\n');
  const given = await readOrders(inputs);
  for (const order of given) if ('problem' in order) process.stderr.write(`${order.problem.message}\n`);
  const [only, another] = given;
  if (!only) return exitCodes.unreadable;
  if (another) {
    if (given.every((order) => 'problem' in order)) return exitCodes.unreadable;
    return withWorkflow(options, (workflow, clock) => placeMany(workflow, given, clock, options));
  }
  if ('problem' in only) return exitCodes.unreadable;
  return withWorkflow(options, async (workflow, clock) => {
    if (!options.json) {
      return exitCodeOf(await placeShown(workflow, only.order, clock, process.stdout, { inPlace: !options.verbose }));
    }
    const report = await placeReported(workflow, only, clock);
    await writeOut(process.stdout, `${JSON.stringify(report, null, process.stdout.isTTY ? 2 : 0)}\n`);
    return report.status === 'SUCCEEDED' ? exitCodes.succeeded : exitCodes.failed;
  });
}

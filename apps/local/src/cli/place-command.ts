import { exitCodeOf, exitCodes } from '../orders/exit-codes.ts';
import { readOrders } from '../orders/read-orders.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { isDrawable } from '../show/is-drawable.ts';
import { jsonText } from '../terminal/json-text.ts';
import { writeOut } from '../terminal/write-out.ts';
import { type PlaceManyOptions, placeMany } from './place-many.ts';
import { placeReported } from './place-reported.ts';
import { placeShown } from './place-shown.ts';
import { withWorkflow } from './with-workflow.ts';

/** What `order place` was asked for. */
export interface PlaceCommandOptions extends WorkflowSettings, PlaceManyOptions {}

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
  if (!options.json)
    return withWorkflow(options, (workflow, clock) => placeShown(workflow, only.order, clock, options), {
      waits: !isDrawable(process.stdout, options),
    });
  return withWorkflow(options, async (workflow, clock) => {
    const report = await placeReported(workflow, only, clock);
    await writeOut(process.stdout, `${jsonText(report)}\n`);
    return exitCodeOf({ status: report.status ?? 'FAILED' });
  });
}

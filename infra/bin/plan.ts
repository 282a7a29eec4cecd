// Prints what the workflow does when something fails, and when an order is cancelled, from the sentence and nothing else: `pnpm plan`, `pnpm plan --json`.
import { parseArgs } from 'node:util';
import { planCancellation } from '../src/composition/plan-cancellation.ts';
import { sagaOf } from '../src/diagram/saga.ts';
import { sagaText } from '../src/diagram/saga-table.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { timeLimits } from '../src/policy/time-limits.ts';

const usage = 'usage: pnpm plan [--json]';
const { json, help } = readOptions();
if (help) {
  console.log(
    `${usage}\n\nPrints what the workflow does when a stage fails, and when an order is cancelled; --json: as data.`,
  );
  process.exit();
}
const orders = sagaOf(orderWorkflow, timeLimits.STANDARD);
const cancelling = planCancellation(orderWorkflow, orderCancellation);
const cancellation = sagaOf(orderWorkflow, timeLimits.STANDARD, cancelling);
if (json) {
  const of = (machine: string, lines: typeof orders) => lines.map((line) => ({ machine, ...line }));
  console.log(JSON.stringify([...of('orders', orders), ...of('cancellation', cancellation)], null, 2));
} else {
  console.log(`An order:\n\n${sagaText(orders, width())}\n`);
  console.log(`Its cancellation, which begins at ${cancelling[0]?.name}:\n\n${sagaText(cancellation, width())}`);
}

function readOptions() {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } } })
      .values;
  } catch (problem) {
    console.error(`plan: ${problem instanceof Error ? problem.message : problem}\n${usage}`);
    process.exit(2);
  }
}

/** The terminal's, or COLUMNS where there is none. */
function width(): number {
  const columns = Number(process.env['COLUMNS']);
  return process.stdout.columns ?? (columns > 0 ? columns : 100);
}

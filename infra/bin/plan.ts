// Prints what the workflow does when something fails, from the sentence and nothing else: `pnpm plan`, `pnpm plan --json`.
import { parseArgs } from 'node:util';
import { sagaOf } from '../src/diagram/saga.ts';
import { sagaText } from '../src/diagram/saga-table.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { timeLimits } from '../src/policy/time-limits.ts';

const { json } = readOptions();
const saga = sagaOf(orderWorkflow, timeLimits.STANDARD);
console.log(json ? JSON.stringify(saga, null, 2) : sagaText(saga, width()));

function readOptions() {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values;
  } catch (problem) {
    console.error(`plan: ${problem instanceof Error ? problem.message : problem}\nusage: pnpm plan [--json]`);
    process.exit(2);
  }
}

/** The terminal's, or COLUMNS where there is none. */
function width(): number {
  const columns = Number(process.env['COLUMNS']);
  return process.stdout.columns ?? (columns > 0 ? columns : 100);
}

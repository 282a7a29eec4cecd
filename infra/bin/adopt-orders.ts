// Writes the orders of past executions into a table of orders, for who does not deploy by `pnpm deploy`: docs/runbook.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { adoptOrders } from '../src/deployment/adoption/adopt-orders.ts';
import { openAdoption } from '../src/deployment/adoption/open-adoption.ts';
import { CloudUnavailable } from '../src/deployment/describe-cloud-failure.ts';

const usage = `Usage: ORDER_FINGERPRINT_KEY=… pnpm --filter @order-workflow/infra run adopt --state-machine ARN --table NAME [--claimed]

  --state-machine ARN  whose executions of the last 90 days are looked at
  --table NAME         the DynamoDB table of the orders; the key is that of the functions that use it
  --claimed            functions claim orders there already: only orders that nobody has claimed are written`;

try {
  const { values } = parseArgs({
    options: {
      'state-machine': { type: 'string' },
      table: { type: 'string' },
      claimed: { type: 'boolean', default: false },
      /** Where it is kept how far this came. */
      progress: {
        type: 'string',
        default: fileURLToPath(new URL('../../.order-workflow/adoption.json', import.meta.url)),
      },
    },
  });
  const { 'state-machine': stateMachineArn, table, claimed, progress: progressFile } = values;
  const { ORDER_FINGERPRINT_KEY: key } = process.env;
  if (stateMachineArn === undefined || table === undefined || key === undefined) {
    console.error(usage);
    process.exitCode = 2;
  } else {
    const surroundings = { environment: process.env, progressFile, say: console.log };
    await adoptOrders(await openAdoption({ stateMachineArn, table, key }, surroundings), !claimed);
  }
} catch (error) {
  if (!(error instanceof CloudUnavailable || error instanceof RangeError || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

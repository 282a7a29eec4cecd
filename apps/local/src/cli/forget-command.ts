import { customerAddress } from '@order-workflow/order-domain';
import { dataFolder } from '../data-folder/data-folder.ts';
import { forgetDesk } from '../data-folder/forget-desk.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { forgetRecords } from '../orders/forget-records.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { forgetInTable, runForget } from './forget-in-table.ts';
import { readRecords } from './read-records.ts';
import { withWorkflow } from './with-workflow.ts';

export interface ForgetCommandOptions {
  readonly data?: string;
  /** The table of a deployment. */
  readonly table?: string;
  readonly json?: true;
}

/**
 * `order forget <customer>`: erases what is known of a customer's orders that have ended, in a deployment's table or on this machine.
 * Gives the exit code: 1 where an order has not ended, and is to be forgotten afterwards.
 */
export async function forgetCommand(customer: string, options: ForgetCommandOptions): Promise<number> {
  const { data, table, json } = options;
  if (table !== undefined) return runForget([customer, '--table', table, ...(json ? ['--json'] : [])]);
  const address = customerAddress({ customerEmail: customer });
  if (address === undefined) {
    process.stderr.write(`customer: given ${customer.length} characters, expected an e-mail address\n`);
    return exitCodes.unreadable;
  }
  if (readRecords(data, () => true) === undefined) return exitCodes.succeeded;
  return withWorkflow(options, async (workflow) => {
    const found = await forgetInTable(workflow, customer);
    const kept = new Set([...found.underway.map(({ orderId }) => orderId), ...found.unanswered]);
    const erased = forgetRecords(workflow, address, kept);
    forgetDesk(dataFolder(data));
    const lines = [
      `  Forgotten: ${erased.executions} executions with their histories, ${erased.notices} notices, ${erased.letters} letters, ${erased.parked} parked`,
      ...found.underway.map(
        ({ orderId, status }) => `  Not yet: ${orderId} is ${status}. Ask again when it has ended.`,
      ),
      ...found.unanswered.map((orderId) => `  Not known: the table did not answer for ${orderId}. Ask again.`),
      '  The books of gateway and carrier keep what they were sent, until pnpm order reset.',
    ];
    await writeOut(process.stdout, `${json ? jsonText({ ...found, erased }) : lines.join('\n')}\n`);
    return kept.size === 0 ? exitCodes.succeeded : exitCodes.failed;
  });
}

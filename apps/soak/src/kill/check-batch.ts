import { type DataFolder, mayFailAt, openMessageLog, readAssembly, synthesizedHere } from '@order-workflow/local';
import { startCarrier, startPaymentGateway } from '@order-workflow/simulators';
import { checkEnding, checkForeignCharges, checkLedgers } from '../check-order.ts';
import type { EndedOrder } from '../ended-order.ts';

import type { PlannedOrder } from './order-batch.ts';
import { type LeftExecution, readExecutions } from './read-executions.ts';

/** The executions of a batch, each with its order, and what is wrong with those that have none or do not end. */
interface Endings {
  readonly ended: readonly EndedOrder[];
  readonly violations: readonly string[];
}

/** What must hold of every order as soon as no process works any more: it was begun and has ended where it may. */
export function checkEndings(
  { journalFile }: Pick<DataFolder, 'journalFile'>,
  orders: readonly PlannedOrder[],
): Endings {
  const left = new Map(readExecutions(journalFile).map((execution) => [execution.name, execution]));
  const ended: EndedOrder[] = [];
  const violations: string[] = [];
  if (left.size !== orders.length) violations.push(`${left.size} executions of ${orders.length} orders`);
  for (const planned of orders) {
    const name = `order-${planned.order.orderId}`;
    const { id, result, history }: Partial<LeftExecution> = left.get(name) ?? {};
    if (id !== undefined && result && history) ended.push({ ...planned, name, id, result, history });
    else violations.push(`${name}: ${history ? 'has not ended' : 'was never begun'}`);
  }
  const mayFail = mayFailAt(readAssembly(synthesizedHere()));
  return { ended, violations: [...violations, ...ended.flatMap((one) => checkEnding(one, mayFail))] };
}

/** What must hold of orders that have succeeded: what the gateway, the carrier and the customers know of them. */
export async function checkBooks(folder: DataFolder, ended: readonly EndedOrder[]): Promise<readonly string[]> {
  // An hour later, so that what is still on its way to the ledgers has arrived.
  const latest = Math.max(Date.now(), ...ended.map(({ result }) => result.stopDate.getTime()));
  const settings = { ledgerFile: folder.ledgerFile, clock: { now: () => latest + 3_600_000 } };
  const gateway = await startPaymentGateway(settings);
  const carrier = await startCarrier(settings);
  const messages = openMessageLog(folder.messagesFile);
  try {
    return [
      ...ended.flatMap((one) => checkLedgers(one, { gateway, carrier }, messages)),
      ...checkForeignCharges(gateway, ended),
      ...messages.parked().map(({ messageId }) => `a notice still waits: ${messageId}`),
    ];
  } finally {
    messages.close();
    await Promise.all([gateway.close(), carrier.close()]);
  }
}

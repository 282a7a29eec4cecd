import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { endHere } from './end-here.ts';
import { type EndedExecution, endThere } from './end-there.ts';
import type { Ending } from './ending.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import { lostName, withoutErrorNames } from './without-error-names.ts';

/** Orders of examples/orders: some that go well, a rejected one, a declined one, one whose parcel is refused. */
const orders = ['sample', 'shipped-home', 'paid-in-yen', 'unknown-sku', 'declined-card', 'shipment-refused'];

const lostNames = [
  "  AWS tells a Catch the name of a function's error. Here it is lost, so a rejection goes the way of any failure:",
  'the orders below end as they must without it. Rejections by name are proved on this machine (apps/local).',
].join(' ');

/** Places each order here and there and compares how they end. */
export async function proveOrders(proof: DeployedProof): Promise<readonly EndedExecution[]> {
  const { progress, clients, env } = proof;
  const executions: EndedExecution[] = [];
  const errorNamesLost = await losesErrorNames(proof);
  if (errorNamesLost) progress.note(lostNames);
  for (const order of orders) {
    const { execution } = await progress.part(`${order}.json`, async () => {
      const input = readFileSync(`${repository}/examples/orders/${order}.json`, 'utf8');
      const here = await endHere(repository, order, env);
      const execution = await endThere(clients, output(proof, 'PlaceOrdersAt'), `order-${order}`, input);
      deepStrictEqual(execution.ending, errorNamesLost ? withoutErrorNames(here) : here);
      return { execution, seen: `${compared(here, execution.ending)}, ${describe(execution)}` };
    });
    executions.push(execution);
  }
  return executions;
}

/** Whether a function's error arrives at a Catch under another name than the function gave it. */
async function losesErrorNames(proof: DeployedProof): Promise<boolean> {
  const { ending } = await endThere(proof.clients, output(proof, 'PlaceOrdersAt'), 'a-list', '[]');
  return ending.error === lostName;
}

function compared(here: Ending, there: Ending): string {
  const [ours, theirs] = [here.outcome ?? here.status, there.outcome ?? there.status];
  return ours === theirs ? `${ours} here and there` : `${ours} here, ${theirs} there for want of the error's name`;
}

function describe({ ending: { record }, states }: EndedExecution): string {
  const { validation } = (record ?? {}) as { validation?: { total: { amount: number; currency: string } } };
  const total = validation && `${validation.total.amount} ${validation.total.currency} in minor units`;
  return [total, states.join(' → ')].filter(Boolean).join(', ');
}

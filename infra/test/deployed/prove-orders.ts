import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ComparableEnd } from './comparable-end.ts';
import { endHere } from './end-here.ts';
import { type EndedExecution, endThere } from './end-there.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import { withoutErrorNames } from './without-error-names.ts';

/** Orders of examples/orders: some that go well, a rejected one, a declined one, one whose parcel is refused. */
const orders = ['sample', 'shipped-home', 'paid-in-yen', 'unknown-sku', 'declined-card', 'shipment-refused'];

/** Places each order here and there and compares how they end. */
export async function proveOrders(proof: DeployedProof, errorNamesLost: boolean): Promise<readonly EndedExecution[]> {
  const { progress, clients, env } = proof;
  const executions: EndedExecution[] = [];
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

function compared(here: ComparableEnd, there: ComparableEnd): string {
  const [ours, theirs] = [here.outcome ?? here.status, there.outcome ?? there.status];
  return ours === theirs ? `${ours} here and there` : `${ours} here, ${theirs} there for want of the error's name`;
}

function describe({ ending: { record }, states }: EndedExecution): string {
  const { validation } = (record ?? {}) as { validation?: { total: { amount: number; currency: string } } };
  const total = validation && `${validation.total.amount} ${validation.total.currency} in minor units`;
  return [total, states.join(' → ')].filter(Boolean).join(', ');
}

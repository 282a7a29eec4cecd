import { orderStoreContract, orderTableContract } from '@order-workflow/stage-kit/testing';
import { deployedOrders } from './deployed-orders.ts';
import type { DeployedProof } from './proof.ts';

/** Every case that a table of orders keeps, on the one that was deployed: each works on an order of its own. */
export async function proveStore(proof: DeployedProof) {
  const table = await deployedOrders(proof);
  const cases = [...orderTableContract, ...orderStoreContract];
  for (const { title, run } of cases) await run(table, title);
  return { seen: `${cases.length} cases, on the table of the stack` };
}

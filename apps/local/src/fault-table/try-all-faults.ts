import { readFileSync } from 'node:fs';
import type { InjectedFault } from '@order-workflow/simulators';
import { type FaultMatrixEntry, faultMatrix } from '../faults/fault-matrix.ts';
import { faultTargetsHere } from '../faults/fault-targets.ts';
import { mapConcurrently } from '../orders/map-concurrently.ts';
import { type FaultTrial, openFaultLaboratory } from './fault-laboratory.ts';
import { plainLaboratory } from './laboratory-app.ts';
import type { FaultEntry } from './render-fault-table.ts';

/** More than the machine has processors for only take them from each other. */
const worldsAtOnce = 3;

const sample = new URL('../../../../examples/orders/sample.json', import.meta.url);

/**
 * What becomes of the sample order in each of these worlds: one set of faults, one order. In their sequence.
 *
 * @throws Error when something is wrong that the app looks after
 */
export async function tryFaultSets(
  sets: readonly (readonly InjectedFault[])[],
  app = plainLaboratory,
): Promise<readonly FaultTrial[]> {
  const order = JSON.parse(readFileSync(sample, 'utf8'));
  const worlds = await Promise.all(
    Array.from({ length: Math.min(worldsAtOnce, sets.length) }, () => openFaultLaboratory(app)),
  );
  const free = [...worlds];
  const struck: FaultTrial[] = [];
  try {
    await mapConcurrently(
      [...sets.entries()],
      worlds.length,
      async ([index, faults]) => {
        const world = free.pop();
        if (!world) throw new Error('more orders at once than worlds');
        const result = await world.tryFaults({ ...order, orderId: `${order.orderId}-${index}` }, faults);
        free.push(world);
        return result;
      },
      async (result) => void struck.push(result),
    );
    const problems = await Promise.all(worlds.map((world) => world.problems()));
    if (problems.flat().length > 0) throw new Error(`When all orders had ended:\n${problems.flat().join('\n')}`);
  } finally {
    await Promise.all(worlds.map((world) => world.close()));
  }
  return struck;
}

/**
 * Lets every fault strike the sample order at every place, once and for ever, and says what came of it.
 *
 * @param tried which of them are tried; all unless given
 */
export async function faultEntries(
  app = plainLaboratory,
  tried: (aimed: FaultMatrixEntry) => boolean = () => true,
): Promise<readonly FaultEntry[]> {
  const all = faultMatrix(faultTargetsHere()).filter(tried);
  const once = all.map(({ fault, alongside }) => [{ ...fault, times: 1 }, ...alongside]);
  const always = all.map(({ fault, alongside }) => [fault, ...alongside]);
  const struck = await tryFaultSets([...once, ...always], app);
  return all.flatMap((aimed, index) => {
    const [first, second] = [struck[index], struck[all.length + index]];
    return first && second ? [{ aimed, once: first, always: second }] : [];
  });
}

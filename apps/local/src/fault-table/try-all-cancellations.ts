import { readFileSync } from 'node:fs';
import { type InjectedFault, parseInjectedFault, possibleFaults } from '@order-workflow/simulators';
import { withFewTries } from '../assembly/with-few-tries.ts';
import { faultTargetsHere, type StageTarget } from '../faults/fault-targets.ts';
import { mapConcurrently } from '../orders/map-concurrently.ts';
import { type OrderMoment, orderMoments, worksInCancellations } from './cancel-moments.ts';
import {
  type CancellationLaboratory,
  type CancelledOrder,
  openCancellationLaboratory,
} from './cancellation-laboratory.ts';

/** What became of the sample order that was cancelled at a moment, while a fault was switched on. */
export interface CancellationEntry {
  readonly moment: OrderMoment;
  readonly fault: InjectedFault;
  /** How many cancellations began at once. */
  readonly times: number;
  readonly trial: CancelledOrder;
}

const once = 1;
const twice = 2;

/** Beside this there are no more processors. */
const worldsAtOnce = 2;
/** What comes after an undo that was tried a thousand times comes after this, too. */
const mostRetries = 3;
/** Of those that wait for a refund, which settles on the third day. */
const mostLongRetries = 80;

const sample = JSON.parse(readFileSync(new URL('../../../../examples/orders/sample.json', import.meta.url), 'utf8'));
const faultTargets = faultTargetsHere();
/** Each is an order of its own. */
let orders = 0;

/**
 * Cancels the sample order at every moment, while every fault strikes that a cancellation can meet. Those that nothing asks for are
 * left out.
 */
export async function allCancellations(
  moments: readonly OrderMoment[] = orderMoments,
): Promise<readonly CancellationEntry[]> {
  const places = Map.groupBy(faultsOfCancelling(faultTargets), ({ place }) => JSON.stringify(place));
  const tasks = moments.flatMap((moment) => [...places.values()].map((faults) => ({ moment, faults })));
  const worlds = await Promise.all(
    Array.from({ length: worldsAtOnce }, () => openCancellationLaboratory(withFewTries(mostRetries, mostLongRetries))),
  );
  const free = [...worlds];
  const entries: CancellationEntry[] = [];
  try {
    await mapConcurrently(
      tasks,
      worlds.length,
      async ({ moment, faults }) => {
        const world = free.pop();
        if (!world) throw new Error('more orders at once than worlds');
        const found = await tryPlace(world, moment, faults);
        free.push(world);
        return found;
      },
      async (found) => void entries.push(...found),
    );
  } finally {
    await Promise.all(worlds.map((world) => world.close()));
  }
  return entries;
}

/** All faults of a place, of which the first strikes whatever asks there: where that does not, nothing does. */
async function tryPlace(
  world: CancellationLaboratory,
  moment: OrderMoment,
  faults: readonly InjectedFault[],
): Promise<readonly CancellationEntry[]> {
  const found: CancellationEntry[] = [];
  for (const fault of faults) {
    found.push(...(await tryFault(world, moment, fault)));
    if (found.length === 0) break;
  }
  return found;
}

async function tryFault(
  world: CancellationLaboratory,
  moment: OrderMoment,
  fault: InjectedFault,
): Promise<readonly CancellationEntry[]> {
  const company = moment.by.map((text) => parseInjectedFault(text, faultTargets));
  const found: CancellationEntry[] = [];
  for (const times of [once, twice]) {
    const order = { ...sample, orderId: `${sample.orderId}-${++orders}` };
    const trial = await world.cancel(order, { state: moment.state, company, faults: [fault], times });
    if (trial.struck === 0) break;
    found.push({ moment, fault, times, trial });
  }
  return found;
}

/**
 * Every fault of what works in a cancellation, at each place once: what it may not do, charge and book, it does not do. A function
 * that is killed dies anywhere in its work, so that no two runs need be alike: the kills of processes are about that.
 */
function faultsOfCancelling(targets: readonly StageTarget[]): readonly InjectedFault[] {
  const done = new Set(targets.flatMap(({ undoes, call }) => (undoes === undefined && call ? [call] : [])));
  return targets
    .filter(worksInCancellations)
    .flatMap((target) => possibleFaults([target]))
    .filter(({ call, kind }) => kind !== 'killed' && (call === undefined || !done.has(call)));
}

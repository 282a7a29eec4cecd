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
  /** It strikes for ever, or so many `times`. */
  readonly fault: InjectedFault;
  /** Of a function that is killed: at which of its calls, before that has an effect, or when it has made all of them. */
  readonly diesAt?: number | 'end';
  /** How many cancellations began at once. */
  readonly times: number;
  readonly trial: CancelledOrder;
}

const once = 1;
const twice = 2;

/** Beside this there are no more processors. */
const worldsAtOnce = 2;
/** What comes after an undo that was tried a thousand times comes after this, too; what is on its way is there by then. */
const mostRetries = 1;

const sample = JSON.parse(readFileSync(new URL('../../../../examples/orders/sample.json', import.meta.url), 'utf8'));
const faultTargets = faultTargetsHere();
/** Each is an order of its own. */
let orders = 0;

/** A moment, and a place where a cancellation can be struck then, with all that can strike there. */
export interface CancellationTask {
  readonly moment: OrderMoment;
  readonly faults: readonly InjectedFault[];
}

/** Every moment with every place. */
export function cancellationTasks(moments: readonly OrderMoment[] = orderMoments): readonly CancellationTask[] {
  const places = Map.groupBy(faultsOfCancelling(faultTargets), ({ place }) => JSON.stringify(place));
  return moments.flatMap((moment) => [...places.values()].map((faults) => ({ moment, faults })));
}

/** Cancels the sample order at these moments, while each of these faults strikes. Those that nothing asks for are left out. */
export async function tryCancellations(tasks: readonly CancellationTask[]): Promise<readonly CancellationEntry[]> {
  const worlds = await Promise.all(
    Array.from({ length: worldsAtOnce }, () => openCancellationLaboratory(withFewTries(mostRetries))),
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

/** A function is killed at each of its calls in turn, and at its end. */
async function tryFault(
  world: CancellationLaboratory,
  moment: OrderMoment,
  fault: InjectedFault,
): Promise<readonly CancellationEntry[]> {
  if (fault.kind !== 'killed') return tryStrikes(world, moment, { fault });
  const found: CancellationEntry[] = [];
  for (let diesAt = 1; ; diesAt++) {
    const there = await tryStrikes(world, moment, { fault, diesAt });
    if (there.every(({ trial }) => trial.died === 0))
      return [...found, ...there.map((entry) => ({ ...entry, diesAt: 'end' as const }))];
    found.push(...there);
  }
}

/** For ever and once, while the order is cancelled once and twice. */
async function tryStrikes(
  world: CancellationLaboratory,
  moment: OrderMoment,
  struck: { readonly fault: InjectedFault; readonly diesAt?: number },
): Promise<readonly CancellationEntry[]> {
  const company = moment.by.map((text) => parseInjectedFault(text, faultTargets));
  const found: CancellationEntry[] = [];
  for (const times of [once, twice]) {
    const cancel = (fault: InjectedFault) => {
      const order = { ...sample, orderId: `${sample.orderId}-${++orders}` };
      return world.cancel(order, { ...struck, state: moment.state, company, faults: [fault], times });
    };
    const fault = { ...struck.fault, times: 1 };
    const forEver = await cancel(struck.fault);
    if (forEver.struck === 0) break;
    // What did not come to strike a second time has struck once.
    const struckOnce = forEver.struck === 1 ? forEver : await cancel(fault);
    found.push({ ...struck, moment, times, trial: forEver }, { ...struck, fault, moment, times, trial: struckOnce });
  }
  return found;
}

/** Every fault of what works in a cancellation, at each place once: what it may not do, charge and book, it does not do. */
function faultsOfCancelling(targets: readonly StageTarget[]): readonly InjectedFault[] {
  const done = new Set(targets.flatMap(({ undoes, call }) => (undoes === undefined && call ? [call] : [])));
  return targets
    .filter(worksInCancellations)
    .flatMap((target) => possibleFaults([target]))
    .filter(({ call }) => call === undefined || !done.has(call));
}

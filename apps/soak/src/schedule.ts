import fc from 'fast-check';
import { type Ambush, ambushesByTheWay, ambushesIn, type LaidAmbush } from './ambush.ts';
import { type CancelPlan, cancelPlans } from './cancel-plan.ts';
import { faultLists } from './fault-lists.ts';
import { statesHere, stockHere } from './here.ts';
import { type OrderPlan, orderPlans } from './order-plan.ts';
import { type ScatteredFault, scatteredFaults } from './scattered.ts';
import { withStock } from './stock/stock-plan.ts';
import { type StopFault, stopFaults } from './stop-faults.ts';
import { type World, worlds } from './world.ts';

/** Something that happens to the workflow as a whole while it works. */
export const disturbances = [
  /** The process ends, and another one goes on. */
  'crash-before',
  'crash-after',
  /** Every message comes again under the name that it had. */
  'same-again',
  /** What has failed by then is redriven, whatever was started after it. */
  'redriven',
  /** What a cancellation has stopped is redriven, too, as nobody should. */
  'redriven-though-cancelled',
  /** The gateway and the carrier are a day older at once: what keys they replayed, they have forgotten. */
  'day-passes',
  /** What is booked leaves the warehouse. */
  'parcels-leave',
  /** Somebody stops every execution. */
  'stopped',
] as const;

/** One disturbance, at the so-many-th invocation of a function. */
export interface Event {
  readonly at: number;
  readonly what: (typeof disturbances)[number];
}

/** All that is random about one run. */
export interface Schedule {
  readonly orders: readonly OrderPlan[];
  readonly world: World;
  /** In text, as `order place --fault` takes them. Those without a number strike until a person repairs it. */
  readonly faults: readonly string[];
  readonly ambushes: readonly Ambush[];
  readonly scattered: readonly ScatteredFault[];
  /** What comes of the first calls of StopExecution. */
  readonly stopFaults: readonly StopFault[];
  readonly events: readonly Event[];
  /** At which syncs of the journal the power fails, from 1 on: what is on its way to the disk may be lost. */
  readonly powerCuts?: readonly number[];
  /** Whether a failed execution is redriven before anything is repaired, too. */
  readonly hastyRedrive: boolean;
  /** In which order those that have failed are redriven: all at once, or one after the other. */
  readonly redrives: 'together' | 'oldest-first' | 'newest-first';
  /** How many of each product there are, where a stage holds stock. */
  readonly pieces?: number;
  /** Of jitter. */
  readonly seed: number;
}

const events = fc.array(fc.record({ at: fc.integer({ min: 1, max: 24 }), what: fc.constantFrom(...disturbances) }), {
  maxLength: 2,
});

const base = fc.record({
  orders: fc.oneof(
    { weight: 4, arbitrary: fc.array(orderPlans, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(orderPlans, { minLength: 2, maxLength: 3 }) },
  ),
  world: worlds,
  faults: faultLists,
  scattered: fc.constant<readonly ScatteredFault[]>([]),
  stopFaults: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...stopFaults), { minLength: 1, maxLength: 3 }) },
  ),
  events,
  hastyRedrive: fc.boolean(),
  redrives: fc.constantFrom('together' as const, 'oldest-first' as const, 'newest-first' as const),
  seed: fc.nat(),
});

/** A cancellation for an ambush to lie in, of an order that has come far enough as a rule. */
const someCancel = cancelPlans.map((cancel): CancelPlan => ({ ...cancel, during: 'working', wrong: false }));

const ambushed = fc
  .tuple(base, ambushesIn(statesHere), ambushesByTheWay(statesHere), someCancel)
  .map(
    ([{ faults, orders, ...rest }, { ambush, way }, others, cancel]: [
      Omit<Schedule, 'ambushes'>,
      LaidAmbush,
      readonly Ambush[],
      CancelPlan,
    ]) => ({
      ...rest,
      ambushes: [ambush, ...others],
      // Fewer lead it astray, so that it comes there.
      faults: way ?? faults.slice(0, 1),
      orders: orders
        .map((order) => (ambush.machine === 'cancellations' ? withCancel(order, cancel) : order))
        .map((order) => (way ? onItsWay(order) : order)),
    }),
  );

/** By then an order has ended well, or waits for its payment. */
const lateAt = 10;

/** An order that ends well but for what is on its way, and is not cancelled before. */
function onItsWay({ contents, cancels, ...order }: OrderPlan): OrderPlan {
  return {
    ...order,
    contents: contents.map((content) => ({ ...content, flaw: undefined })),
    cancels: cancels.map((cancel) => ({ ...cancel, at: Math.max(cancel.at, lateAt) })),
  };
}

function withCancel(order: OrderPlan, cancel: CancelPlan): OrderPlan {
  return order.cancels.length > 0 ? order : { ...order, cancels: [cancel] };
}

/** A transfer of three days, while twenty things go wrong within five. */
const waiting = fc.tuple(base, scatteredFaults).map(([{ orders, ...rest }, scattered]) => ({
  ...rest,
  ambushes: [],
  scattered,
  faults: [],
  orders: orders.slice(0, 1).map(({ contents, ...plan }) => ({
    ...plan,
    contents: contents.map((content) => ({ ...content, flaw: undefined, waits: 'transfer' as const })),
  })),
}));

const ofAnyStock: fc.Arbitrary<Schedule> = fc
  .oneof(
    { weight: 27, arbitrary: base.map((schedule) => ({ ...schedule, ambushes: [] })) },
    { weight: 32, arbitrary: ambushed },
    { weight: 1, arbitrary: waiting },
  )
  .map(withPowerCuts);

/** Every other schedule whose process crashes has power cuts instead; so a seed draws what it drew before there were any. */
function withPowerCuts(schedule: Schedule): Schedule {
  const crashes = schedule.events.filter(({ what }) => what === 'crash-before' || what === 'crash-after');
  if (crashes.length === 0 || schedule.seed % 2 === 0) return schedule;
  const events = schedule.events.filter((event) => !crashes.includes(event));
  return { ...schedule, events, powerCuts: crashes.map(({ at }) => at) };
}

export const schedules: fc.Arbitrary<Schedule> = stockHere ? withStock(ofAnyStock) : ofAnyStock;

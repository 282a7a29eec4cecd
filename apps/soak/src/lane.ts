import { type Clock, realClock, type TaskIntegration } from '@order-workflow/asl-engine';
import { evaluationsUnderWay } from '@order-workflow/asl-engine/testing';
import {
  type InProcessTables,
  type InvocationResult,
  type LambdaHost,
  type Platform,
  type SimulatedWorld,
  startPlatform,
} from '@order-workflow/local';
import {
  createSwitchboard,
  type InjectedFault,
  type Layer,
  type Place,
  randomNumbers,
  type SentCall,
} from '@order-workflow/simulators';
import { attemptBooks, attemptOfKey, effectsOf } from './attempts.ts';
import { readStored } from './check-store.ts';
import { stockHere } from './here.ts';
import { type LeanTables, leanTables } from './lean-tables.ts';
import { limitPassed } from './limit-passed.ts';
import { type Machines, machinesOf } from './machines.ts';
import { createMessageNotes, type MessageNotes } from './message-notes.ts';
import type { Schedule } from './schedule.ts';
import { createStockBooks, type StockBooks } from './stock/stock-books.ts';
import { createTurns } from './turns.ts';
import { landingMs, type World } from './world.ts';

/** A platform with a world of its own on which one schedule after another is run. */
export interface Lane {
  readonly platform: Platform;
  readonly world: SimulatedWorld;
  readonly messages: MessageNotes;
  readonly machines: Machines;
  /** The table of orders as it is. */
  readonly table: Pick<LeanTables, 'ownedBy' | 'ownerOfOpen'>;
  /** What was seen of the stock, where a stage holds some. */
  readonly stock: StockBooks | undefined;
  /** Lets a task of the workflow's wait for its turn, as functions do. */
  inTurn(integration: TaskIntegration): TaskIntegration;
  /** Does something when its turn comes, as functions do. */
  takeTurn(work: () => void): Promise<void>;
  /** The time of the gateway and the carrier is that of the workflow, and as much later as was skipped. */
  setClock(clock: Clock): void;
  skip(milliseconds: number): void;
  /** What the gateway and the carrier were sent. */
  readonly calls: readonly SentCall[];
  /** Limits of this machine's time that passed, in words: with one of them, what came of the schedule says nothing. */
  readonly limitsPassed: readonly string[];
  /** A world in which nothing has happened; the seed draws who goes first where several may, and how late things land. */
  clear(schedule: Pick<Schedule, 'seed' | 'world' | 'pieces'>): Promise<void>;
  close(): Promise<void>;
}

/** Of one function: for three orders that it works on at once, each of which it is called twice for, and a life before. */
const mostInstances = 12;

/** Longer than any soak: what was started once is needed again, and to start it anew takes longer than a schedule. */
const keptWarmMs = 24 * 3600 * 1000;

export interface LaneOptions {
  /** Hears of every fault that strikes. */
  readonly onStrike?: (fault: InjectedFault, place: Place) => void;
  /** Stands before the functions; as they are unless given. */
  readonly aroundFunctions?: ((invoke: LambdaHost['invoke']) => LambdaHost['invoke']) | undefined;
  /** Stands before the table; as it is unless given. */
  readonly aroundTables?: ((tables: InProcessTables) => InProcessTables) | undefined;
}

/** Starts what was synthesized and built, unchanged. */
export async function startLane({
  onStrike,
  aroundFunctions,
  aroundTables = (tables) => tables,
}: LaneOptions = {}): Promise<Lane> {
  let clock: Clock = realClock;
  let skipped = 0;
  const calls: SentCall[] = [];
  const limitsPassed: string[] = [];
  const strikes = new Map<Layer, number>();
  const strikesAt = (layer: Layer) => strikes.get(layer) ?? 0;
  /** Functions take turns, so whatever strikes the topic or the bus meanwhile strikes this one. */
  const noting = async (invoked: Promise<InvocationResult>): Promise<InvocationResult> => {
    const before = new Map(strikes);
    const result = await invoked;
    const limit = limitPassed(result, (layer) => strikesAt(layer) > (before.get(layer) ?? 0));
    if (limit !== undefined) limitsPassed.push(limit);
    return result;
  };
  const turns = createTurns(evaluationsUnderWay);
  let habits: World = { gatewayAheadMs: 0, carrierAheadMs: 0, landsWithinMs: 1_000, readsLagMs: 0 };
  let random: () => number = () => 0;
  const stored = (orderId: string) => {
    const item = tables.item(orderId);
    return item === undefined ? undefined : readStored(item);
  };
  const stock = stockHere && createStockBooks(stored);
  const tables = leanTables((table, item) => {
    if (table === stockHere?.table) stock?.wrote(item);
  });
  const messages = createMessageNotes(({ attributes: { orderId = '', notificationId = '' } }) => {
    const attempt = attemptOfKey(orderId, notificationId) ?? 0;
    return {
      books: attemptBooks(worldHere(), orderId, attempt),
      effects: effectsOf(worldHere(), orderId, attempt),
      item: stored(orderId),
    };
  });
  const noteWork = (name: string, payload: unknown) => {
    const work = stockHere?.workOf(name);
    const { order: { orderId = '' } = {}, validation: { attempt = 1 } = {} } = payload as Partial<WorkedOn>;
    if (work !== undefined) stock?.begins(work, orderId, attempt);
  };
  const worldHere = () => simulatedWorld(started);
  const started = await startPlatform({
    messages,
    switchboard: createSwitchboard({
      onStrike(fault, place) {
        strikes.set(place.layer, strikesAt(place.layer) + 1);
        onStrike?.(fault, place);
      },
    }),
    instances: { maxInstances: mostInstances, growAfterMs: 0, idleMs: keptWarmMs, watch: () => () => true },
    virtualLimits: true,
    aroundFunctions(host) {
      const invoke = aroundFunctions?.(host) ?? host;
      return (name, payload, options) =>
        turns.take(async (killed) => {
          const kill = options?.kill && killed;
          noteWork(name, payload);
          const invoked = invoke(name, payload, { ...options, kill });
          if (!invoked) throw new Error(`no function ${name}`);
          return noting(invoked);
        }, options?.kill !== undefined);
    },
    tables: {
      openTables: () => aroundTables(tables),
      clock: { now: () => clock.now() + skipped },
      landsAfterMs: () => landingMs(habits, random),
      // What reads stock reads of several products and orders at once, which is one worker's all the same.
      onCall: async (call) => {
        if (call?.call === 'write' || stockHere?.workOf(call?.caller ?? '') === undefined) await turns.stop();
      },
    },
    simulators: {
      clock: { now: () => clock.now() + skipped + habits.gatewayAheadMs },
      carrier: { clock: { now: () => clock.now() + skipped + habits.carrierAheadMs } },
      settlesAfterMs: () => landingMs(habits, random),
      readsLagMs: () => habits.readsLagMs,
      async onCall(sent) {
        await turns.stop();
        calls.push(sent);
      },
    },
  });
  const inTurn =
    (integration: TaskIntegration): TaskIntegration =>
    (parameters, context) =>
      turns.take(async () => integration(parameters, context));
  const integrations = Object.fromEntries(
    Object.entries(started.integrations).map(([name, integration]) => [name, inTurn(integration)]),
  );
  const platform = {
    ...started,
    integrations,
    runFunction(name: string, payload: unknown) {
      const invoked = started.runFunction(name, payload);
      return invoked && noting(invoked);
    },
  };
  const world = worldHere();
  return {
    platform,
    world,
    messages,
    machines: machinesOf(started),
    table: tables,
    stock,
    inTurn,
    takeTurn: (work) => turns.take(async () => work()),
    calls,
    limitsPassed,
    setClock(now) {
      clock = now;
    },
    skip(milliseconds) {
      skipped += milliseconds;
    },
    async clear({ seed, world: asWanted, pieces = 0 }) {
      skipped = 0;
      habits = asWanted;
      // A row of its own: how late something lands changes nothing in who goes first.
      random = randomNumbers(seed + 1);
      calls.length = 0;
      limitsPassed.length = 0;
      turns.drawBy(randomNumbers(seed));
      messages.clear();
      platform.switchboard.clear();
      world.gateway.ledger.clear();
      world.carrier.ledger.clear();
      tables.clear();
      stock?.clear();
      stock?.putIn(pieces, (item) => tables.put(stockHere?.table ?? '', item));
    },
    close: () => platform.close(),
  };
}

/** What functions are given, as far as it says whose it is. */
interface WorkedOn {
  readonly order: { readonly orderId?: string };
  readonly validation: { readonly attempt?: number };
}

function simulatedWorld({ world }: Platform): SimulatedWorld {
  if (!world) throw new Error('the platform has no simulators');
  return world;
}

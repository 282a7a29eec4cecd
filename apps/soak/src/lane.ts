import { type Clock, realClock } from '@order-workflow/asl-engine';
import { type Platform, type SimulatedWorld, startPlatform } from '@order-workflow/local';
import { createSwitchboard, type Fault, type Place } from '@order-workflow/simulators';
import { createMessageNotes, type MessageNotes } from './message-notes.ts';

/** A platform with a world of its own on which one schedule after another is run. */
export interface Lane {
  readonly platform: Platform;
  readonly world: SimulatedWorld;
  readonly messages: MessageNotes;
  /** The time of the gateway and the carrier is that of the workflow, and as much later as was skipped. */
  setClock(clock: Clock): void;
  skip(milliseconds: number): void;
  /** A world in which nothing has happened. */
  clear(): void;
  /** An order's id that no schedule here had before. */
  nextOrderId(): string;
  close(): Promise<void>;
}

/** Of one function. A function that is called twice at once needs two; more only take the machine from others. */
const mostInstances = 2;

/** Starts what was synthesized and built, unchanged. `onStrike` hears of every fault that strikes. */
export async function startLane(onStrike: (fault: Fault, place: Place) => void): Promise<Lane> {
  let clock: Clock = realClock;
  let skipped = 0;
  let orders = 0;
  const messages = createMessageNotes();
  const platform = await startPlatform({
    messages,
    switchboard: createSwitchboard({ onStrike }),
    instances: { maxInstances: mostInstances, fitInstances: mostInstances, growAfterMs: 300 },
    virtualLimits: true,
    simulators: { clock: { now: () => clock.now() + skipped } },
  });
  const { world } = platform;
  if (!world) throw new Error('the platform has no simulators');
  return {
    platform,
    world,
    messages,
    setClock(now) {
      clock = now;
    },
    skip(milliseconds) {
      skipped += milliseconds;
    },
    clear() {
      skipped = 0;
      messages.clear();
      platform.switchboard.clear();
      world.gateway.ledger.clear();
      world.carrier.ledger.clear();
    },
    nextOrderId: () => `o${++orders}`,
    close: () => platform.close(),
  };
}

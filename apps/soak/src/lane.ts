import { type Clock, realClock, type TaskIntegration } from '@order-workflow/asl-engine';
import { type Platform, type SimulatedWorld, startPlatform } from '@order-workflow/local';
import { createSwitchboard, type Fault, type Place, randomNumbers, type SentCall } from '@order-workflow/simulators';
import { createMessageNotes, type MessageNotes } from './message-notes.ts';
import { createTurns } from './turns.ts';

/** A platform with a world of its own on which one schedule after another is run. */
export interface Lane {
  readonly platform: Platform;
  readonly world: SimulatedWorld;
  readonly messages: MessageNotes;
  /** The time of the gateway and the carrier is that of the workflow, and as much later as was skipped. */
  setClock(clock: Clock): void;
  skip(milliseconds: number): void;
  /** What the gateway and the carrier were sent. */
  readonly calls: readonly SentCall[];
  /** A world in which nothing has happened; the seed draws who goes first where several may. */
  clear(seed: number): void;
  close(): Promise<void>;
}

/** Of one function: for three orders that it works on at once, each of which it is called twice for, and a life before. */
const mostInstances = 12;

/** Starts what was synthesized and built, unchanged. `onStrike` hears of every fault that strikes. */
export async function startLane(onStrike: (fault: Fault, place: Place) => void): Promise<Lane> {
  let clock: Clock = realClock;
  let skipped = 0;
  const calls: SentCall[] = [];
  const turns = createTurns();
  const messages = createMessageNotes();
  const started = await startPlatform({
    messages,
    switchboard: createSwitchboard({ onStrike }),
    instances: { maxInstances: mostInstances, fitInstances: mostInstances, growAfterMs: 0 },
    virtualLimits: true,
    aroundFunctions: (invoke) => (name, payload, options) =>
      turns.take(async (killed) => {
        const kill = options?.kill && killed;
        const result = await invoke(name, payload, { ...options, kill });
        if (!result) throw new Error(`no function ${name}`);
        return result;
      }, options?.kill !== undefined),
    simulators: {
      clock: { now: () => clock.now() + skipped },
      async onCall(sent) {
        await turns.stop();
        calls.push(sent);
      },
    },
  });
  const integrations = Object.fromEntries(
    Object.entries(started.integrations).map(([name, integration]): [string, TaskIntegration] => [
      name,
      (parameters, context) => turns.take(async () => integration(parameters, context)),
    ]),
  );
  const platform = { ...started, integrations };
  const { world } = platform;
  if (!world) throw new Error('the platform has no simulators');
  return {
    platform,
    world,
    messages,
    calls,
    setClock(now) {
      clock = now;
    },
    skip(milliseconds) {
      skipped += milliseconds;
    },
    clear(seed) {
      skipped = 0;
      calls.length = 0;
      turns.drawBy(randomNumbers(seed));
      messages.clear();
      platform.switchboard.clear();
      world.gateway.ledger.clear();
      world.carrier.ledger.clear();
    },
    close: () => platform.close(),
  };
}

import {
  createVirtualClock,
  type ExecutionJournal,
  type InvokeLambda,
  type LambdaInvocation,
  type TaskIntegration,
  type VirtualClock,
} from '@order-workflow/asl-engine';
import type { Platform } from '@order-workflow/local';
import { type Executions, executionsOn } from './executions.ts';

/** When every schedule begins, whatever the day is: a Thursday before a weekend. */
export const beginning = Date.UTC(2026, 0, 8, 16);
/** Longer than a gateway keeps its keys. */
export const overADayMs = 25 * 3600 * 1000;
/** Step Functions redrives what failed within 14 days; a person comes a day before that, whatever else is still tried then. */
export const redrivableMs = 13 * 24 * 3600 * 1000;
/** Nothing that ended before can be redriven, or is known. */
export const longAfterMs = 91 * 24 * 3600 * 1000;

/** One life of the process that runs the workflow, from a start to its end or a crash. */
export interface Life {
  readonly clock: VirtualClock;
  readonly executions: Executions;
  /** False once it has crashed. */
  readonly alive: boolean;
  /** Resolves when it has crashed. */
  readonly crashed: Promise<void>;
  /** Ends it at once: nothing is written any more, and what functions still do is told to nobody. */
  crash(): void;
  /** Invocations that nobody waits for any more. */
  readonly orphans: ReadonlySet<Promise<unknown>>;
}

export interface LifeOptions {
  readonly platform: Pick<Platform, 'integrations' | 'invokeLambda'>;
  readonly journal: ExecutionJournal;
  readonly seed: number;
  /** Milliseconds since the epoch at which it begins. */
  readonly start: number;
  /** What the life before left under way: time stands still meanwhile, since functions end within their time-out. */
  readonly orphans: ReadonlySet<Promise<unknown>>;
  /** Called before and after each invocation; it may crash the life. */
  readonly onInvocation: (life: Life, moment: 'before' | 'after', invocation: LambdaInvocation) => void;
  /** Stands before the integration that stops an execution. */
  readonly aroundStop: (stop: TaskIntegration) => TaskIntegration;
  /** Hears, while it lives, of each execution of which the world does. */
  readonly onSeen: (executionArn: string) => void;
}

const forever = new Promise<never>(() => undefined);

export function beginLife(options: LifeOptions): Life {
  const { platform, journal, seed, start, orphans, onInvocation, aroundStop, onSeen } = options;
  const clock = createVirtualClock({ start });
  const underWay = new Set<Promise<unknown>>();
  const { promise: crashed, resolve: end } = Promise.withResolvers<void>();
  let alive = true;
  const orphansLeft = clock.beginWork();
  void Promise.allSettled(orphans).then(orphansLeft);

  const around =
    (proceed: InvokeLambda): InvokeLambda =>
    async (invocation) => {
      if (alive) onInvocation(life, 'before', invocation);
      if (!alive) return forever;
      const call = Promise.resolve(proceed(invocation));
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
        if (alive) onInvocation(life, 'after', invocation);
        if (!alive) await forever;
      }
    };

  const life: Life = {
    get alive() {
      return alive;
    },
    clock,
    crashed,
    orphans: underWay,
    executions: executionsOn({
      integrations: platform.integrations,
      journal: { ...journal, append: (entry) => (alive ? journal.append(entry) : undefined) },
      clock,
      seed,
      invokeLambda: around(platform.invokeLambda),
      aroundStop,
      onSeen: (executionArn) => alive && onSeen(executionArn),
    }),
    crash() {
      alive = false;
      end();
      // Whoever waits for an answer that never comes gives up.
      life.executions.stopAll();
    },
  };
  return life;
}

/** Waits until no execution runs any more, or the life has ended. */
export async function ended(life: Life): Promise<'quiet' | 'crashed'> {
  await Promise.race([life.executions.quiet(), life.crashed]);
  return life.alive ? 'quiet' : 'crashed';
}

/** Does something so much later, if the life lasts so long. */
export function later(life: Life, milliseconds: number, then: () => unknown): void {
  void life.clock.sleep(milliseconds).then(() => {
    if (life.alive) then();
  });
}

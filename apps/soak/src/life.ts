import {
  createVirtualClock,
  type ExecutionJournal,
  type InvokeLambda,
  type VirtualClock,
} from '@order-workflow/asl-engine';
import type { Platform } from '@order-workflow/local';
import { type Executions, executionsOn } from './executions.ts';

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

interface LifeOptions {
  readonly platform: Platform;
  readonly journal: ExecutionJournal;
  readonly seed: number;
  /** Milliseconds since the epoch at which it begins. */
  readonly start: number;
  /** What the life before left under way: time stands still meanwhile, since functions end within their time-out. */
  readonly orphans: ReadonlySet<Promise<unknown>>;
  /** Called before and after each invocation; it may crash the life. */
  readonly onInvocation: (life: Life, moment: 'before' | 'after') => void;
}

const forever = new Promise<never>(() => undefined);

export function beginLife({ platform, journal, seed, start, orphans, onInvocation }: LifeOptions): Life {
  const clock = createVirtualClock({ start });
  const underWay = new Set<Promise<unknown>>();
  const { promise: crashed, resolve: end } = Promise.withResolvers<void>();
  let alive = true;
  const orphansLeft = clock.beginWork();
  void Promise.allSettled(orphans).then(orphansLeft);

  const around =
    (proceed: InvokeLambda): InvokeLambda =>
    async (invocation) => {
      if (alive) onInvocation(life, 'before');
      if (!alive) return forever;
      const call = Promise.resolve(proceed(invocation));
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
        if (alive) onInvocation(life, 'after');
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
      platform,
      journal: { ...journal, append: (entry) => (alive ? journal.append(entry) : undefined) },
      clock,
      seed,
      invokeLambda: around(platform.invokeLambda),
    }),
    crash() {
      alive = false;
      end();
    },
  };
  return life;
}

/** Waits until no execution runs any more, or the life has ended. */
export async function ended(life: Life): Promise<'quiet' | 'crashed'> {
  await Promise.race([life.executions.quiet(), life.crashed]);
  return life.alive ? 'quiet' : 'crashed';
}

import type { FunctionInstance, InvocationResult, InvokeOptions } from './function-instance.ts';

/** Bounds of a pool. */
export interface PoolLimits {
  /** The most instances that run at once; further requests wait their turn. */
  readonly maxInstances: number;
  /**
   * Milliseconds that a request waits for a busy instance before one more is started. Lambda starts one at once; here
   * all share one machine, and a warm instance is nearly always free again before a cold one is ready.
   */
  readonly growAfterMs: number;
  /** Milliseconds after which an instance without a request is ended. */
  readonly idleMs: number;
}

/**
 * Begins to watch what all instances share; what it gives says whether that had time left since. Where it had none, one more
 * instance would take memory and end few requests sooner; where it had, those that run wait for something else, as a slow gateway.
 */
export type LoadWatch = () => () => boolean;

/** The instances of one function. */
export interface FunctionPool {
  /** Starts an instance where there is none, for a request that is to come. */
  prepare(): void;
  invoke(payload: unknown, options?: InvokeOptions): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** Keeps instances of a function warm: a request takes an idle one, or waits for one; where one more helps, it is started. */
export function functionPool(
  start: () => FunctionInstance,
  watch: LoadWatch,
  { maxInstances, growAfterMs, idleMs }: PoolLimits,
): FunctionPool {
  const all = new Set<FunctionInstance>();
  const idle: { readonly instance: FunctionInstance; readonly timer: NodeJS.Timeout }[] = [];
  const waiting: ((instance: FunctionInstance) => void)[] = [];
  let growing: NodeJS.Timeout | undefined;

  function begin(): FunctionInstance {
    const instance = start();
    all.add(instance);
    return instance;
  }

  function takeIdle(): FunctionInstance | undefined {
    for (let taken = idle.pop(); taken; taken = idle.pop()) {
      clearTimeout(taken.timer);
      if (taken.instance.usable) return taken.instance;
      all.delete(taken.instance);
    }
    return undefined;
  }

  function acquire(): FunctionInstance | Promise<FunctionInstance> {
    const warm = takeIdle();
    if (warm) return warm;
    if (all.size === 0) return begin();
    if (!growing) growLater();
    return new Promise((resolve) => waiting.push(resolve));
  }

  function growLater(): void {
    const hadTime = watch();
    const grow = () => {
      growing = undefined;
      if (all.size >= maxInstances) return;
      if (hadTime()) waiting.shift()?.(begin());
      if (waiting.length > 0) growLater();
    };
    growing = setTimeout(grow, growAfterMs);
  }

  function release(instance: FunctionInstance): void {
    if (!instance.usable) all.delete(instance);
    const next = waiting.shift();
    if (next) next(instance.usable ? instance : begin());
    else if (instance.usable) rest(instance);
  }

  function rest(instance: FunctionInstance): void {
    idle.push({ instance, timer: setTimeout(() => retire(instance), idleMs).unref() });
  }

  function retire(instance: FunctionInstance): void {
    const index = idle.findIndex((entry) => entry.instance === instance);
    if (index >= 0) idle.splice(index, 1);
    all.delete(instance);
    void instance.end();
  }

  return {
    prepare() {
      if (all.size === 0) rest(begin());
    },
    async invoke(payload, options) {
      const acquired = acquire();
      const begins = acquired instanceof Promise ? options?.onWait?.() : undefined;
      const instance = await acquired;
      begins?.();
      try {
        return await instance.invoke(payload, options);
      } finally {
        release(instance);
      }
    },
    async close() {
      clearTimeout(growing);
      for (const { timer } of idle.splice(0)) clearTimeout(timer);
      await Promise.all([...all].map((instance) => instance.end()));
      all.clear();
    },
  };
}

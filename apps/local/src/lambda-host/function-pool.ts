import type { FunctionInstance, InvocationResult } from './function-instance.ts';

/** Bounds of a pool. */
export interface PoolLimits {
  /** The most instances that run at once; further requests wait their turn. */
  readonly maxInstances: number;
  /** Milliseconds after which an instance without a request is ended. */
  readonly idleMs: number;
}

/** The instances of one function. */
export interface FunctionPool {
  invoke(payload: unknown): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** Keeps instances of a function warm: a request takes an idle one, or starts one, or waits when all are busy. */
export function functionPool(start: () => FunctionInstance, { maxInstances, idleMs }: PoolLimits): FunctionPool {
  const all = new Set<FunctionInstance>();
  const idle: { readonly instance: FunctionInstance; readonly timer: NodeJS.Timeout }[] = [];
  const waiting: ((instance: FunctionInstance) => void)[] = [];

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
    if (all.size < maxInstances) return begin();
    return new Promise((resolve) => waiting.push(resolve));
  }

  function release(instance: FunctionInstance): void {
    if (!instance.usable) all.delete(instance);
    const next = waiting.shift();
    if (next) next(instance.usable ? instance : begin());
    else if (instance.usable) idle.push({ instance, timer: setTimeout(() => retire(instance), idleMs).unref() });
  }

  function retire(instance: FunctionInstance): void {
    const index = idle.findIndex((entry) => entry.instance === instance);
    if (index >= 0) idle.splice(index, 1);
    all.delete(instance);
    void instance.end();
  }

  return {
    async invoke(payload) {
      const instance = await acquire();
      try {
        return await instance.invoke(payload);
      } finally {
        release(instance);
      }
    },
    async close() {
      for (const { timer } of idle.splice(0)) clearTimeout(timer);
      await Promise.all([...all].map((instance) => instance.end()));
      all.clear();
    },
  };
}

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FunctionInstance, InvocationResult, InvokeOptions } from './function-instance.ts';
import { functionPool } from './function-pool.ts';

const limits = { maxInstances: 8, growAfterMs: 500, idleMs: 30_000 };

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** A pool of instances that work until they are told to end, and how many of them there are. `hasTime`: what they share. */
function poolOf(hasTime = true) {
  const working: (() => void)[] = [];
  let started = 0;
  let running = 0;
  const start = (): FunctionInstance => {
    started++;
    running++;
    return {
      usable: true,
      invoke: () =>
        new Promise<InvocationResult>((resolve) => working.push(() => resolve({ kind: 'returned', payload: null }))),
      end: async () => void running--,
    };
  };
  const pool = functionPool(start, () => () => hasTime, limits);
  return {
    prepare: () => pool.prepare(),
    invoke: (count: number, options?: InvokeOptions) =>
      void Array.from({ length: count }, () => pool.invoke({}, options)),
    /** Lets the request end that has been worked on for longest. */
    endOne: async () => {
      working.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
    started: () => started,
    running: () => running,
  };
}

describe(functionPool, () => {
  it('works with one instance, however many requests wait, where one more would not end them sooner', async () => {
    const pool = poolOf(false);
    pool.invoke(200);
    for (let ended = 0; ended < 50; ended++) {
      await vi.advanceTimersByTimeAsync(5_000);
      await pool.endOne();
    }
    expect(pool.started()).toBe(1);
  });

  it('starts more, up to the most, while all of them wait for something slow, and ends them afterwards', async () => {
    const pool = poolOf();
    pool.invoke(20);
    expect(pool.started()).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(pool.started()).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pool.started()).toBe(8);
    for (let ended = 0; ended < 20; ended++) await pool.endOne();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(pool.running()).toBe(0);
  });

  it('tells a request that it waits for an instance, and when it has one', async () => {
    const pool = poolOf();
    const told: string[] = [];
    const onWait = () => {
      told.push('waits');
      return () => void told.push('begins');
    };
    pool.invoke(1, { onWait });
    expect(told).toEqual([]);
    pool.invoke(2, { onWait });
    expect(told).toEqual(['waits', 'waits']);
    await vi.advanceTimersByTimeAsync(0);
    await pool.endOne();
    expect(told).toEqual(['waits', 'waits', 'begins']);
    await pool.endOne();
    expect(told).toEqual(['waits', 'waits', 'begins', 'begins']);
  });

  it('prepares one instance where none runs, which the next request takes, and ends it when none comes', async () => {
    const pool = poolOf();
    pool.prepare();
    pool.prepare();
    pool.invoke(1);
    await vi.advanceTimersByTimeAsync(0);
    await pool.endOne();
    expect(pool.started()).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(pool.running()).toBe(0);
    pool.prepare();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([pool.started(), pool.running()]).toEqual([2, 0]);
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { realClock } from './real-clock.ts';
import { TimerQueue } from './timer-queue.ts';
import { createVirtualClock } from './virtual-clock.ts';

describe(createVirtualClock, () => {
  it('lets a month pass at once, in order', async () => {
    const clock = createVirtualClock({ start: 0 });
    const heard: string[] = [];
    const wait = async (name: string, days: number) => {
      await clock.sleep(days * 86_400_000);
      heard.push(`${name} at ${clock.now() / 86_400_000}`);
    };
    await Promise.all([wait('month', 30), wait('day', 1), wait('also day', 1)]);
    expect(heard).toEqual(['day at 1', 'also day at 1', 'month at 30']);
  });

  it('stands still while real work is under way', async () => {
    const clock = createVirtualClock({ start: 0 });
    const end = clock.beginWork();
    let fired = false;
    clock.setTimer(1000, () => {
      fired = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fired).toBe(false);
    end();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fired).toBe(true);
  });

  it('never fires a timer that was cancelled', async () => {
    const clock = createVirtualClock();
    const cancel = clock.setTimer(clock.now() + 1, () => expect.unreachable());
    cancel();
    cancel();
    await clock.sleep(10);
    expect(clock.pending).toBe(0);
  });

  it('rejects a sleep that is aborted', async () => {
    const clock = createVirtualClock();
    const controller = new AbortController();
    const sleeping = clock.sleep(10, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    await expect(clock.sleep(10, controller.signal)).rejects.toThrow('enough');
  });
});

describe(TimerQueue, () => {
  it('gives timers by due time, equal ones in the order they were set, without the cancelled ones', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 9 }), fc.boolean())), (timers) => {
        const queue = new TimerQueue();
        const cancels = timers.map(([dueAt]) => queue.add(dueAt, () => {}));
        for (const [index, [, isCancelled]] of timers.entries()) if (isCancelled) cancels[index]?.();
        const expected = timers.filter(([, isCancelled]) => !isCancelled).map(([dueAt]) => dueAt);
        expect(queue.size).toBe(expected.length);
        const taken = expected.map(() => queue.take()?.dueAt);
        expect(taken).toEqual(expected.toSorted((a, b) => a - b));
        expect(queue.take()).toBeUndefined();
      }),
    );
  });
});

describe('the real clock', () => {
  it('waits longer than the 24.8 days that one setTimeout can', () => {
    vi.useFakeTimers();
    try {
      let fired = false;
      realClock.setTimer(Date.now() + 60 * 86_400_000, () => {
        fired = true;
      });
      vi.advanceTimersByTime(59 * 86_400_000);
      expect(fired).toBe(false);
      vi.advanceTimersByTime(86_400_001);
      expect(fired).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

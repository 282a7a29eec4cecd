import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Polling, poll } from './poll.ts';

/** What `poll` needs of a page. */
class Page extends EventTarget {
  hidden = false;

  show(shown: boolean): void {
    this.hidden = !shown;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe(poll, () => {
  let page: Page;
  let polling: Polling | undefined;
  const seen: unknown[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    page = new Page();
    vi.stubGlobal('document', page);
    seen.length = 0;
  });

  afterEach(() => {
    polling?.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  function start(load: (previous: number | undefined) => Promise<number>, busy = true): void {
    polling = poll<number>({
      load,
      isBusy: () => busy,
      onData: (data) => seen.push(data),
      onFailure: (error, retryAt) =>
        seen.push(`${(error as Error).message}, again in ${(retryAt ?? 0) - Date.now()} ms`),
    });
  }

  it('asks again soon after news, and gives each load what it had', async () => {
    start(async (previous = 0) => previous + 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('waits longer and longer while there is nothing new', async () => {
    const asked: number[] = [];
    start(async () => {
      asked.push(Date.now());
      return 7;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(waits.slice(0, 3)).toEqual([500, 750, 1125]);
    expect(waits.at(-1)).toBe(5_000);
  });

  it('rests while the page is hidden, and asks at once when it is shown', async () => {
    start(async (previous = 0) => previous + 1);
    await vi.advanceTimersByTimeAsync(0);
    page.show(false);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(seen).toEqual([1]);
    page.show(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([1, 2]);
  });

  it('takes an answer that comes when the page was hidden meanwhile, and asks no more', async () => {
    const load = vi.fn(() => new Promise<number>((resolve) => setTimeout(() => resolve(1), 100)));
    start(load);
    page.show(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([1]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says when it tries again after a failure, and keeps what it had', async () => {
    let broken = false;
    start(async (previous = 0) => {
      if (broken) throw new Error('no answer');
      return previous + 1;
    });
    await vi.advanceTimersByTimeAsync(0);
    broken = true;
    await vi.advanceTimersByTimeAsync(1_500);
    broken = false;
    await vi.advanceTimersByTimeAsync(2_000);
    const first = 'no answer, again in 1000 ms';
    expect(seen).toEqual([1, first, 'no answer, again in 2000 ms', 2]);
    broken = true;
    await vi.advanceTimersByTimeAsync(500);
    expect(seen.at(-1)).toBe(first);
  });

  it('asks no more when a failure is final, not even when the page is shown again', async () => {
    const load = vi.fn(async () => {
      throw new Error('no such page');
    });
    polling = poll<number>({
      load,
      isBusy: () => true,
      isFinal: () => true,
      onData: (data) => seen.push(data),
      onFailure: (error, retryAt) => seen.push(`${(error as Error).message} ${retryAt}`),
    });
    await vi.advanceTimersByTimeAsync(600_000);
    page.show(false);
    page.show(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(seen).toEqual(['no such page undefined']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('drops an answer that comes after it was asked anew, or stopped', async () => {
    const answers: ((data: number) => void)[] = [];
    start(() => new Promise((resolve) => answers.push(resolve)));
    polling?.refresh();
    answers[1]?.(2);
    answers[0]?.(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([2]);
    polling?.refresh();
    polling?.stop();
    answers[2]?.(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([2]);
  });
});

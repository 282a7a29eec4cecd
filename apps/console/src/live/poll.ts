import { nextDelay } from './next-delay.ts';

export interface PollOptions<Data> {
  /** Gives the same object when nothing has changed. */
  readonly load: (previous: Data | undefined, signal: AbortSignal) => Promise<Data>;
  readonly isBusy: (data: Data) => boolean;
  readonly onData: (data: Data) => void;
  /** `retryAt`: epoch milliseconds at which it tries again by itself; undefined when it does not. */
  readonly onFailure: (error: unknown, retryAt: number | undefined) => void;
  /** Whether a failure would be the same whenever it asked again. */
  readonly isFinal?: (error: unknown) => boolean;
}

export interface Polling {
  /** Asks now. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

/** Loads again and again until it is stopped; not while the page is hidden. */
export function poll<Data>({ load, isBusy, onData, onFailure, isFinal }: PollOptions<Data>): Polling {
  const ending = new AbortController();
  let data: Data | undefined;
  let unchanged = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function ask(): Promise<void> {
    clearTimeout(timer);
    const own = ++round;
    try {
      const loaded = await load(data, ending.signal);
      if (ending.signal.aborted || own !== round) return;
      unchanged = loaded === data ? unchanged + 1 : 0;
      failures = 0;
      data = loaded;
      onData(loaded);
      later(nextDelay({ busy: isBusy(loaded), unchanged, failures }));
    } catch (error) {
      if (ending.signal.aborted || own !== round) return;
      if (isFinal?.(error)) {
        stop();
        return onFailure(error, undefined);
      }
      failures++;
      const delay = nextDelay({ busy: false, unchanged, failures });
      onFailure(error, Date.now() + delay);
      later(delay);
    }
  }

  function later(delay: number): void {
    if (!document.hidden) timer = setTimeout(ask, delay);
  }

  function refresh(): void {
    unchanged = 0;
    void ask();
  }

  function onVisibility(): void {
    if (document.hidden) clearTimeout(timer);
    else refresh();
  }

  function stop(): void {
    ending.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
  }

  document.addEventListener('visibilitychange', onVisibility);
  void ask();
  return { refresh, stop };
}

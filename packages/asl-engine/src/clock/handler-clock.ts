import type { Clock } from './clock.ts';
import { sleepOn } from './sleep-on.ts';

/**
 * The clock a task handler is given. While the handler runs it holds virtual time; while it waits for a timer of this clock it
 * does not. `end` gives the hold back for good.
 */
export function createHandlerClock(clock: Clock): { readonly clock: Clock; readonly end: () => void } {
  let release: (() => void) | undefined = clock.beginWork();
  let timers = 0;
  let ended = false;

  const wait = () => {
    timers++;
    release?.();
    release = undefined;
  };
  const goOn = () => {
    timers--;
    if (timers === 0 && !ended) release ??= clock.beginWork();
  };
  const setTimer: Clock['setTimer'] = (dueAt, callback) => {
    let open = true;
    const close = () => {
      if (open) goOn();
      open = false;
    };
    wait();
    const cancel = clock.setTimer(dueAt, () => {
      close();
      callback();
    });
    return () => {
      cancel();
      close();
    };
  };

  const view: Clock = {
    now: () => clock.now(),
    setTimer,
    sleep: (milliseconds, signal) => sleepOn(view, milliseconds, signal),
    beginWork: () => clock.beginWork(),
  };
  return {
    clock: view,
    end() {
      ended = true;
      release?.();
      release = undefined;
    },
  };
}

import type { Clock } from './clock.ts';
import { sleepOn } from './sleep-on.ts';

// setTimeout holds 31 bits of milliseconds (24.8 days) and fires at once above them; a longer wait is made of several.
const longestTimeout = 2 ** 31 - 1;

/** The machine's own time. Timers of any length are right. */
export const realClock: Clock = {
  now: () => Date.now(),
  setTimer,
  sleep: (milliseconds, signal) => sleepOn(realClock, milliseconds, signal),
  beginWork: () => doNothing,
};

function doNothing(): void {}

function setTimer(dueAt: number, callback: () => void): () => void {
  let timeout: NodeJS.Timeout;
  const arm = () => {
    const left = dueAt - Date.now();
    timeout = left > longestTimeout ? setTimeout(arm, longestTimeout) : setTimeout(fire, Math.max(left, 0));
  };
  // A timeout may fire a millisecond early; the promise is "never before".
  const fire = () => (Date.now() < dueAt ? arm() : callback());
  arm();
  return () => clearTimeout(timeout);
}

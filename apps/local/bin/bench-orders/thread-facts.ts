import { readdirSync, readFileSync } from 'node:fs';

/** Which threads of `order serve` keep cores busy. */
export type ThreadKind = 'main' | 'functions' | 'V8';

/** Milliseconds of processor time by kind of thread. */
export type ThreadTimes = Readonly<Record<ThreadKind, number>>;

/** What V8 calls the threads that compile and collect beside all others, and libuv those that sync files. */
const helpers = /^(?:V8Worker|DelayedTaskSche|libuv-worker|SignalInspector)/;

/** Of a process of Node that is alive, up to now: proc(5), which is of Linux; NaN elsewhere. */
export function threadTimesOf(pid: number): ThreadTimes {
  try {
    const times = { main: 0, functions: 0, V8: 0 };
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [, name = '', fields = ''] =
        /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')) ?? [];
      times[kindOf(thread === String(pid), name)] += busyMs(fields.split(' '));
    }
    return times;
  } catch {
    return { main: Number.NaN, functions: Number.NaN, V8: Number.NaN };
  }
}

function kindOf(isMain: boolean, name: string): ThreadKind {
  if (isMain) return 'main';
  return helpers.test(name) ? 'V8' : 'functions';
}

/** Fields 14 and 15, in ticks of 10 ms; the first that is given is the third. */
const busyMs = (fields: readonly string[]): number => (Number(fields[11]) + Number(fields[12])) * 10;

/** What each kind took of an order. */
export function threadTimesBetween(before: ThreadTimes, after: ThreadTimes, orders: number): ThreadTimes {
  const of = (kind: ThreadKind) => (after[kind] - before[kind]) / orders;
  return { main: of('main'), functions: of('functions'), V8: of('V8') };
}

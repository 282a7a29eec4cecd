import { readdirSync, readFileSync } from 'node:fs';

interface ProcessFacts {
  readonly cpuMs: number;
  readonly memoryBytes: number;
}

/** Of processes and all that they started: proc(5), which is of Linux; NaN elsewhere. */
export function factsOf(processes: readonly number[]): ProcessFacts {
  try {
    const parents = new Map(pidsNow().map((pid) => [pid, parentOf(pid)]));
    const counted = [...parents.keys()].filter((pid) => startedBy(pid, processes, parents));
    const sum = (read: (pid: number) => number) =>
      counted.reduce((total, pid) => total + (orNothing(read, pid) ?? 0), 0);
    return { cpuMs: sum(cpuMsOf), memoryBytes: sum(shareOf) };
  } catch {
    return { cpuMs: Number.NaN, memoryBytes: Number.NaN };
  }
}

const pidsNow = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function startedBy(pid: number, roots: readonly number[], parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
    if (roots.includes(at)) return true;
  return false;
}

/** What follows the name in brackets begins with field 3. */
const statOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');

const parentOf = (pid: number): number => Number(orNothing(statOf, pid)?.[1] ?? 0);

/** Fields 14 to 17, in ticks of 10 ms: its own, and those of what it started and has ended. */
const cpuMsOf = (pid: number): number =>
  statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks) * 10, 0);

/** Its proportional set size: what processes share counts once. */
function shareOf(pid: number): number {
  const [, kib] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kib) * 1024;
}

/** Undefined of a process that has ended meanwhile. */
function orNothing<Read>(read: (pid: number) => Read, pid: number): Read | undefined {
  try {
    return read(pid);
  } catch {
    return undefined;
  }
}

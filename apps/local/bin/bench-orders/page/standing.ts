import type { Line } from '../results.ts';

const figures: readonly (readonly [about: string, read: (line: Line) => number, best: 'most' | 'least'])[] = [
  ['orders a second', ({ perSecond }) => perSecond, 'most'],
  ['p50', ({ p50Ms }) => p50Ms, 'least'],
  ['processor time', ({ cpuMsPerOrder }) => cpuMsPerOrder, 'least'],
  ['memory', ({ peakMemoryBytes }) => peakMemoryBytes, 'least'],
  ['bytes on disk', ({ bytesPerOrder }) => bytesPerOrder, 'least'],
];

/** Where we are ahead of each peer, and where not. */
export function standingOf(lines: readonly Line[]): string {
  const peers = [...new Set(lines.map(({ name }) => name))].filter((name) => name !== 'this');
  return peers.map((peer) => standingBeside(peer, lines)).join(' ');
}

function standingBeside(peer: string, lines: readonly Line[]): string {
  const ahead: string[] = [];
  const behind: string[] = [];
  for (const [about, read, best] of figures) {
    const at = { ahead: [] as number[], behind: [] as number[] };
    for (const line of lines.filter(({ name }) => name === 'this')) {
      const other = lines.find(({ name, concurrency }) => name === peer && concurrency === line.concurrency);
      if (!other) continue;
      const isAhead = best === 'most' ? read(line) > read(other) : read(line) < read(other);
      at[isAhead ? 'ahead' : 'behind'].push(line.concurrency);
    }
    if (at.ahead.length > 0) ahead.push(where(about, at.ahead, at.behind));
    if (at.behind.length > 0) behind.push(where(about, at.behind, at.ahead));
  }
  return `Beside ${peer} this is ahead in ${listed(ahead)}, and behind in ${listed(behind)}.`;
}

/** `p50`, where it is so everywhere; else `p50 (at 1, 16)`. */
const where = (about: string, at: readonly number[], elsewhere: readonly number[]): string =>
  elsewhere.length === 0 ? about : `${about} (at ${at.join(', ')})`;

const listed = (words: readonly string[]): string => words.join(', ') || 'nothing';

import { describe, expect, it } from 'vitest';
import { readHistory } from '../../test/read-fixture.ts';
import { type ReadPage, readNewEvents } from './read-new-events.ts';

const all = readHistory('refunded');

/** Pages of ten, newest first, as GetExecutionHistory gives them; counts how many were asked for. */
function pagesOf(count: number) {
  const newestFirst = all.slice(0, count).toReversed();
  const asked: (string | undefined)[] = [];
  const readPage: ReadPage = async (token) => {
    asked.push(token);
    const from = Number(token ?? 0);
    const nextToken = from + 10 < newestFirst.length ? String(from + 10) : undefined;
    return { events: newestFirst.slice(from, from + 10), nextToken };
  };
  return { readPage, asked };
}

describe(readNewEvents, () => {
  it('reads a whole history over several pages, oldest first', async () => {
    expect(await readNewEvents([], pagesOf(27).readPage)).toEqual(all);
  });

  it('reads no further back than it knows', async () => {
    const { readPage, asked } = pagesOf(27);
    expect(await readNewEvents(all.slice(0, 20), readPage)).toEqual(all);
    expect(asked).toEqual([undefined]);
  });

  it('gives the same array when nothing was added', async () => {
    expect(await readNewEvents(all, pagesOf(27).readPage)).toBe(all);
  });
});

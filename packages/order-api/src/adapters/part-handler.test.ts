import { describe, expect, it } from 'vitest';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { createPartHandler } from './part-handler.ts';

const mark = 'jane.doe@example.com';

function aHandler(place: () => Promise<Readonly<Record<string, number>>>) {
  const lines: string[] = [];
  const surroundings = {
    clock: { now: () => 1_000 },
    functionName: 'PlacePartFunction',
    traceHeader: () => undefined,
    write: (line: string) => void lines.push(line),
  };
  return { handler: createPartHandler(place, surroundings), lines };
}

describe(createPartHandler, () => {
  it('says how many lines were answered, to the state and in one line of the log', async () => {
    const { handler, lines } = aHandler(async () => ({ 202: 49, 422: 1 }));
    expect(await handler({ batchId: 'b', part: 3 })).toEqual({ answered: { 202: 49, 422: 1 } });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'INFO', part: 3, answered: { 202: 49 } }]);
  });

  it.each([
    [new ApiUnavailable('DynamoDB: no answer'), 'ApiUnavailable: DynamoDB: no answer'],
    [new TypeError(`cannot read ${mark}`), 'TypeError'],
  ])('writes down by its name what is thrown, and throws it on: %s', async (thrown, problem) => {
    const { handler, lines } = aHandler(() => Promise.reject(thrown));
    await expect(handler({ batchId: 'b', part: 3 })).rejects.toBe(thrown);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'ERROR', problem }]);
    expect(lines.join()).not.toContain(mark);
  });

  it.each([null, {}, { batchId: 'b', part: 0 }])('refuses what is no part: %j', async (event) => {
    await expect(aHandler(async () => ({})).handler(event)).rejects.toThrow();
  });
});

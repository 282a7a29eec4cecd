import { describe, expect, it } from 'vitest';
import type { stepFunctions } from '../api/step-functions.ts';
import { findCancellation } from './find-cancellation.ts';

/** A server that lists these executions, two a page; by the number of pages that were read. */
function listing(...executions: readonly (readonly [name: string, startDate: number])[]) {
  const asked: unknown[] = [];
  const calls = {
    async listExecutions(input: { nextToken?: string }) {
      asked.push(input);
      const from = Number(input.nextToken ?? 0);
      const page = executions.slice(from, from + 2).map(([name, startDate]) => ({ name, startDate }));
      return { executions: page, nextToken: from + 2 < executions.length ? String(from + 2) : undefined };
    },
  } as unknown as typeof stepFunctions;
  const find = (startDate: number) => findCancellation(calls, 'arn', { orderId: '7', startDate });
  return { asked, find };
}

describe(findCancellation, () => {
  it('finds the latest one of the order since it began, also on a later page', async () => {
    const { find } = listing(['cancel-8', 9], ['cancel-77', 8], ['cancel2-7', 7], ['cancel-7', 6]);
    expect(await find(5)).toMatchObject({ name: 'cancel2-7' });
  });

  it('leaves out what was cancelled before the order began, and reads no further than that', async () => {
    const { asked, find } = listing(['cancel-8', 9], ['cancel-7', 4], ['cancel-7', 3], ['cancel-7', 2]);
    expect(await find(5)).toBeUndefined();
    expect(asked).toHaveLength(1);
    expect(await listing().find(5)).toBeUndefined();
  });
});

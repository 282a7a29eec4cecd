import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapConcurrently } from './map-concurrently.ts';

describe(mapConcurrently, () => {
  it('hands every result on once, in order, and never works on more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (delays, most) => {
        let working = 0;
        let busiest = 0;
        let handing = 0;
        const handed: number[] = [];
        await mapConcurrently(
          [...delays.entries()],
          most,
          async ([index, delay]) => {
            busiest = Math.max(busiest, ++working);
            await new Promise((resolve) => setTimeout(resolve, delay));
            working--;
            return index;
          },
          async (index) => {
            expect(++handing).toBe(1);
            await new Promise((resolve) => setTimeout(resolve, 2));
            handed.push(index);
            handing--;
          },
        );
        expect(handed).toEqual([...delays.keys()]);
        expect(busiest).toBeLessThanOrEqual(most);
      }),
      { numRuns: 50 },
    );
  });

  it('fails when the work fails', async () => {
    const work = mapConcurrently(
      [1, 2],
      2,
      async () => Promise.reject(new Error('broken')),
      async () => {},
    );
    await expect(work).rejects.toThrow('broken');
  });
});

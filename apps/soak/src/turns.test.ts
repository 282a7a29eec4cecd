import { randomNumbers } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

/** Two who make three stops each, as fast as they please; who came by, in turn. */
async function cameBy(seed: number, slow: 'a' | 'b') {
  const turns = createTurns();
  turns.drawBy(randomNumbers(seed));
  const came: string[] = [];
  const walk = (name: string) =>
    turns.take(async () => {
      for (let stop = 1; stop <= 3; stop++) {
        if (name === slow) await new Promise((resolve) => setTimeout(resolve, 3));
        await turns.stop();
        came.push(`${name}${stop}`);
      }
    });
  await Promise.all([walk('a'), walk('b')]);
  return came.join(' ');
}

describe(createTurns, () => {
  it('gives turns in the order that a seed draws, whoever is slow', async () => {
    const orders = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => cameBy(seed, 'a')));
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => cameBy(seed, 'b')))).toEqual(orders);
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  it('draws among those, too, that wait only once what is computed elsewhere is done (regression: a slow thread changed who went first)', async () => {
    const elsewhere = Promise.withResolvers<void>();
    let isDone = false;
    const turns = createTurns(() => (isDone ? undefined : elsewhere.promise));
    const came: string[] = [];
    const walk = (name: string) => turns.take(async () => void came.push(name));
    const first = walk('a');
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    turns.drawBy(() => 0.9);
    const second = walk('b');
    isDone = true;
    elsewhere.resolve();
    await Promise.all([first, second]);
    expect(came).toEqual(['b', 'a']);
  });

  it('lets one work at a time', async () => {
    const turns = createTurns();
    let working = 0;
    const work = async () => {
      expect(++working).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      working--;
    };
    await Promise.all([turns.take(work), turns.take(work), turns.take(work)]);
  });

  it('kills whoever is to die at a stop, and lets the others go on', async () => {
    const turns = createTurns();
    const dying = turns.take(async (killed) => {
      const death = new Promise((resolve) => killed.addEventListener('abort', resolve));
      void turns.stop();
      await death;
      return 'died';
    }, true);
    expect(await Promise.all([dying, turns.take(async () => 'worked')])).toEqual(['died', 'worked']);
  });

  it('keeps nobody whose turn it does not give', async () => {
    await expect(createTurns().stop()).resolves.toBeUndefined();
  });
});

import type { SimulatedWorld } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import type { Attempt } from './attempts.ts';
import { attemptOfKey } from './attempts.ts';
import { checkAttempts } from './check-attempts.ts';

const order = anOrder().with({ orderId: '1' }).build();
const made = (...numbers: number[]): Attempt[] =>
  numbers.map((number) => ({ number, name: `order-1-${number}`, order, record: {} }));

type Effect = readonly [key: string, effect: string];

/** What is wrong in a world in which this happened, one effect after the other. */
function check(attempts: readonly Attempt[], money: readonly Effect[], parcels: readonly Effect[] = []) {
  const journal = (effects: readonly Effect[]) => () =>
    effects.map(([key, effect]) => ({ kind: 'effect', key, effect }));
  const rows = (effects: readonly Effect[]) => () =>
    [...new Map(effects)].map(([key, status]) => ({ key, status, amount: { amount: 5 } }));
  return checkAttempts('1', attempts, {
    gateway: { ledger: { charges: rows(money), journal: journal(money) } },
    carrier: { ledger: { history: rows(parcels), journal: journal(parcels) } },
  } as unknown as SimulatedWorld);
}

describe(checkAttempts, () => {
  it('finds nothing where one attempt gave back what it held before the next one began', () => {
    const money: Effect[] = [
      ['order-1-charge', 'charged'],
      ['order-1-charge', 'refunding'],
      ['order-1-charge', 'refunded'],
      ['order-1.2-charge', 'charged'],
    ];
    expect(check(made(1, 2), money, [['order-1.2-ship', 'booked']])).toEqual([]);
  });

  it('notices two attempts that held money at once, though one gave it back later', () => {
    const money: Effect[] = [
      ['order-1-charge', 'charged'],
      ['order-1.2-charge', 'charged'],
      ['order-1-charge', 'refunded'],
    ];
    expect(check(made(1, 2), money).join()).toContain('one attempt at most holds money: 1 and 2 did');
  });

  it.each([
    ['is accepted and not made', ['refunding']],
    ['was given up', ['refunding', 'refund-failed']],
  ])('notices an attempt that began while the refund of the one before %s', (_, effects) => {
    const money: Effect[] = [
      ['order-1-charge', 'charged'],
      ...effects.map((effect): Effect => ['order-1-charge', effect]),
      ['order-1.2-charge', 'charged'],
      ['order-1-charge', 'refunded'],
    ];
    expect(check(made(1, 2), money).join()).toContain('one attempt at most holds money: 1 and 2 did');
  });

  it('notices two parcels', () => {
    const parcels: Effect[] = [
      ['order-1-ship', 'departed'],
      ['order-1.2-ship', 'booked'],
    ];
    expect(check(made(1, 2), [], parcels).join()).toContain('holds a parcel: 1 and 2');
  });

  it('notices an attempt of two executions, and money of an attempt that nobody made', () => {
    expect(check(made(1, 1), []).join()).toContain('attempt 1 is of one execution');
    expect(check(made(1), [['order-1.2-charge', 'charged']]).join()).toContain('attempt 2, which no execution made');
  });
});

describe(attemptOfKey, () => {
  it.each([
    ['order-1-charge', 1],
    ['order-1.2-refund-3', 2],
    ['order-1.12-ship', 12],
    ['order-1.1-ship', undefined],
    ['order-11-charge', undefined],
    ['order-1', undefined],
  ])('%s is of attempt %s', (key, attempt) => {
    expect(attemptOfKey('1', key)).toBe(attempt);
  });
});

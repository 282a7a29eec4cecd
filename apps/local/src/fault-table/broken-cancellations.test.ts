import { describe, expect, it } from 'vitest';
import { brokenCancellations } from './broken-cancellations.ts';
import { orderMoments } from './cancel-moments.ts';
import type { CancellationEntry } from './try-all-cancellations.ts';

const price = 3998;

describe(brokenCancellations, () => {
  it('names each way in which money, parcel and notice disagree', () => {
    const ended = { status: 'SUCCEEDED', outcome: 'cancelled', error: undefined, state: 'Notify Customer' } as const;
    const trial = { reached: true, cancellations: [ended], redriven: [], held: 0, parcels: 0, parked: 0 };
    const told = ['order-12345-notice-cancelled'];
    const cell = (changes: object) =>
      ({
        moment: orderMoments[3],
        fault: { target: 'cancel', kind: 'defect', place: {} },
        times: 1,
        trial: { ...trial, told, ...changes },
      }) as unknown as CancellationEntry;
    const found = (changes: object) => brokenCancellations([cell(changes)], price).length;
    expect(found({})).toBe(0);
    for (const changes of [
      { reached: false },
      { held: price },
      { parcels: 1, told: ['order-12345-notice-fulfilled'] },
      { parcels: 1, held: price },
      { told: ['order-12345-notice-fulfilled'] },
      { told: [] },
      { cancellations: [{ ...ended, status: 'FAILED' }] },
      { redriven: [{ ...ended, status: 'FAILED', state: 'Refund Payment' }] },
    ])
      expect({ changes, found: found(changes) }).toEqual({ changes, found: 1 });
  });
});

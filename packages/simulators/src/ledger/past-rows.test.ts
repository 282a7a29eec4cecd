import { expect, it } from 'vitest';
import { pastRows } from './past-rows.ts';

it.each([
  [0, undefined],
  [5, { key: 'a' }],
  [() => 5, { key: 'a' }],
] as const)('keeps what stood before only where reads lag: %s', (readsLagMs, found) => {
  const past = pastRows(readsLagMs);
  past.note({ key: 'a' }, 10);
  expect(past.asOf('a', 12)).toEqual(found);
  expect(past.asOf('a', 9)).toBeUndefined();
});

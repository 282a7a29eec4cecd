import { instant } from '@order-workflow/order-domain';
import { expect, it } from 'vitest';
import { ofEarlierExecution } from './stage-execution.ts';

const began = Date.UTC(2026, 2, 2, 10);

it.each([
  ['after the execution began', 1, false],
  ['when it began', 0, false],
  ['ten seconds before, as a slow clock may say', -10_000, false],
  ['longer before', -10_001, true],
  ['months before', -91 * 24 * 3600 * 1000, true],
])('takes an effect that was made %s for one of an earlier execution or not', (_, offset, earlier) => {
  expect(ofEarlierExecution(instant(began + offset), { startedAt: instant(began) })).toBe(earlier);
});

it('takes an effect for this execution’s when nobody says which one it is, or when it began', () => {
  expect(ofEarlierExecution(instant(0), undefined)).toBe(false);
  expect(ofEarlierExecution(instant(0), { startedAt: 'some day' })).toBe(false);
});

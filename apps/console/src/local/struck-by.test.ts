import { describe, expect, it } from 'vitest';
import { readHistory } from '../../test/read-fixture.ts';
import { readVisits } from '../history/read-visits.ts';
import { struckBy } from './struck-by.ts';

describe(struckBy, () => {
  const { visits } = readVisits(readHistory('retried'));
  const attempts = visits.find(({ state }) => state === 'Process Payment')?.attempts ?? [];
  const at = (attempt: number) => (attempts[attempt]?.scheduledAt ?? 0) / 1000;

  it('gives each strike to the attempt that it struck', () => {
    const struck = struckBy(visits, [
      { fault: 'payment=unavailable', state: 'Process Payment', attemptAt: at(0) },
      { fault: 'payment.find=unavailable', state: 'Process Payment', attemptAt: at(0) + 0.001 },
      { fault: 'payment=unavailable', state: 'Process Payment', attemptAt: at(1) },
      { fault: 'payment=unavailable', state: 'Process Payment', attemptAt: at(1) },
    ]);
    expect(attempts.map((attempt) => struck.get(attempt))).toEqual([
      ['payment=unavailable', 'payment.find=unavailable'],
      ['payment=unavailable'],
      undefined,
    ]);
  });

  it('gives none to an attempt that began later, nor to another state', () => {
    const strikes = [
      { fault: 'f', state: 'Process Payment', attemptAt: at(0) - 1 },
      { fault: 'f', state: 'Elsewhere', attemptAt: at(2) },
    ];
    expect(struckBy(visits, strikes).size).toBe(0);
  });
});

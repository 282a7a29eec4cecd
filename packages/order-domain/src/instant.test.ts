import { describe, expect, it } from 'vitest';
import { dateSchema, instant, instantSchema } from './instant.ts';

describe(instant, () => {
  it('writes a moment in UTC with milliseconds, as its own schema reads it', () => {
    expect(instant(Date.UTC(2026, 2, 1, 9, 30))).toBe('2026-03-01T09:30:00.000Z');
    expect(instantSchema.safeParse(instant(0)).success).toBe(true);
  });
});

describe('the schemas of moments and days', () => {
  it.each(['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000+01:00', '2026-02-30T09:30:00.000Z', '2026-03-01'])(
    'refuse %s as a moment',
    (text) => {
      expect(instantSchema.safeParse(text).success).toBe(false);
    },
  );

  it.each([
    ['2026-03-04', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['04.03.2026', false],
  ])('read %s as a day: %s', (text, isDay) => {
    expect(dateSchema.safeParse(text).success).toBe(isDay);
  });
});

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dateSchema, instant, instantSchema } from './instant.ts';

describe(instant, () => {
  it('writes a moment in UTC with milliseconds, as its own schema reads it', () => {
    expect(instant(Date.UTC(2026, 2, 1, 9, 30))).toBe('2026-03-01T09:30:00.000Z');
    expect(instantSchema.safeParse(instant(0)).success).toBe(true);
  });
});

describe('the schemas of moments and days', () => {
  it.each([
    ['2026-03-01T09:30:00.000Z', true],
    ['2024-02-29T23:59:59.999Z', true],
    ['0000-01-01T00:00:00.000Z', true],
    ['9999-12-31T23:59:59.999Z', true],
    ['2026-03-01T09:30:00Z', false],
    ['2026-03-01T09:30Z', false],
    ['2026-03-01T09:30:00.0000Z', false],
    ['2026-03-01T09:30:00.000+01:00', false],
    ['2026-03-01T09:30:00.000', false],
    ['2026-03-01t09:30:00.000z', false],
    ['2026-03-01T24:00:00.000Z', false],
    ['2026-03-01T23:59:60.000Z', false],
    ['2026-02-30T09:30:00.000Z', false],
    ['2026-13-01T09:30:00.000Z', false],
    ['+010000-01-01T00:00:00.000Z', false],
    ['-000001-01-01T00:00:00.000Z', false],
    [' 2026-03-01T09:30:00.000Z', false],
    ['2026-03-01', false],
    ['', false],
  ])('read %s as a moment: %s, as zod does', (text, isMoment) => {
    expect(instantSchema.safeParse(text).success).toBe(isMoment);
    expect(z.iso.datetime({ precision: 3 }).safeParse(text).success).toBe(isMoment);
  });

  it.each([
    ['2026-03-04', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['04.03.2026', false],
    ['2026-3-4', false],
    ['2026-03-04T00:00:00.000Z', false],
    ['+010000-01-01', false],
    ['', false],
  ])('read %s as a day: %s, as zod does', (text, isDay) => {
    expect(dateSchema.safeParse(text).success).toBe(isDay);
    expect(z.iso.date().safeParse(text).success).toBe(isDay);
  });
});

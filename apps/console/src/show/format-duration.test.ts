import { describe, expect, it } from 'vitest';
import { formatDuration } from './format-duration.ts';

describe(formatDuration, () => {
  it.each([
    [-5, '0 ms'],
    [0, '0 ms'],
    [999.4, '999 ms'],
    [1_000, '1.0 s'],
    [59_999, '59.9 s'],
    [60_000, '1 min'],
    [192_000, '3 min 12 s'],
    [10_260_000, '2 h 51 min'],
    [86_400_000, '1 d'],
    [97_200_000, '1 d 3 h'],
  ])('%d ms → %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

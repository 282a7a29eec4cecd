import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileStringPattern } from './string-pattern.ts';

/** The naive reading: each star as a regular expression's `.*`. */
function reference(pattern: string, text: string): boolean {
  const source = pattern.replace(/\\(.)|([*])|([^*\\])|\\$/gs, (match, escaped, star, plain) => {
    if (star) return '[^]*';
    return (escaped ?? plain ?? match).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`).test(text);
}

describe(compileStringPattern, () => {
  it('matches as the naive reading does', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '*', '\\'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        expect(compileStringPattern(pattern)(text)).toBe(reference(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for a pattern of many stars', () => {
    expect(compileStringPattern(`${'a*'.repeat(5000)}b`)('a'.repeat(20_000))).toBe(false);
  });
});

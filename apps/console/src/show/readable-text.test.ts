import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, readableText } from './readable-text.ts';

describe(readableText, () => {
  it.each([
    ['Zoë, 注文, طلب, 👩‍👧', 'Zoë, 注文, طلب, 👩‍👧'],
    ['a\u202Etxt.exe', 'a\\u202Etxt.exe'],
    ['\u2066a\u2069\u200Fb', '\\u2066a\\u2069\\u200Fb'],
    ['a\u0000b\nc\u2028d', 'a\\u0000b\\u000Ac\\u2028d'],
    ['\uD800', '\\uD800'],
    ['12\u200B345', '12\\u200B345'],
    ['\u{E0041}', '\\u{E0041}'],
  ])('shows %j as %s', (text, shown) => {
    expect(readableText(text)).toBe(shown);
  });

  it('keeps line breaks where there may be some, and nothing else', () => {
    expect(readableText('a\n\tb\u202Ec', { lines: true })).toBe('a\n\tb\\u202Ec');
  });

  it('shows so many characters at most, and cuts none in two', () => {
    expect(readableText('x'.repeat(5000), { most: 80 })).toBe(`${'x'.repeat(80)}…`);
    expect(readableText('👍'.repeat(81), { most: 80 })).toBe(`${'👍'.repeat(80)}…`);
    expect(readableText('👍'.repeat(80), { most: 80 })).toBe('👍'.repeat(80));
  });

  it('never gives what turns the reading direction, whatever comes', () => {
    const bidi = fc.constantFrom('\u061C', '\u200E', '\u200F', '\u202A', '\u202E', '\u2066', '\u2069', 'a', 'א', '\n');
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(bidi, fc.string({ unit: 'binary', maxLength: 1 })) }), (text) => {
        expect(readableText(text)).not.toMatch(/[\p{Bidi_Control}\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});

describe(isBlank, () => {
  it.each([
    ['', true],
    [' \t\u00A0\u3000', true],
    ['\u200B\u2060\uFEFF\u00AD', true],
    ['\u3164\u2800', true],
    [' a ', false],
    ['0', false],
  ])('%j: %s', (text, blank) => {
    expect(isBlank(text)).toBe(blank);
  });
});

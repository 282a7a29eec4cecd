import { describe, expect, it } from 'vitest';
import { isReadable, safeText } from './safe-text.ts';

const accepts = (text: unknown) => safeText(20).safeParse(text).success;

describe(safeText, () => {
  it.each([
    ['a name', 'Jane Doe'],
    ['another script', 'Ирина 山田'],
    ['letters written from right to left', 'محمد דנה'],
    ['combining marks', 'Zoe\u0308 e\u0301'],
    ['an emoji', '🎁'],
    ['an emoji that is joined from several', '👩‍👩‍👧‍👦'],
    ['an emoji with a skin tone and a variation', '👍🏽 ❤️'],
    ['a non-breaking space', 'Jane\u00a0Doe'],
  ])('welcomes %s', (_what, text) => {
    expect(accepts(text)).toBe(true);
  });

  it.each([
    ['a null character', 'a\u0000b'],
    ['a line feed', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a tab', 'a\tb'],
    ['an escape sequence', '\u001b[31mred'],
    ['delete', 'a\u007fb'],
    ['a control character of the second set', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a right-to-left override', 'a\u202eb'],
    ['a right-to-left embedding', 'a\u202bb'],
    ['an isolate', 'a\u2066b'],
    ['the end of an isolate', 'a\u2069b'],
    ['a left-to-right mark', 'a\u200eb'],
    ['a right-to-left mark', 'a\u200fb'],
    ['an Arabic letter mark', 'a\u061cb'],
    ['a byte order mark', 'a\ufeffb'],
    ['a high surrogate alone', 'a\ud83d'],
    ['a low surrogate alone', '\udc4da'],
    ['surrogates in the wrong order', '\udc4d\ud83d'],
    ['nothing', ''],
    ['more than its length', 'x'.repeat(21)],
    ['a number', 12],
  ])('refuses %s', (_what, text) => {
    expect(accepts(text)).toBe(false);
  });

  it('counts its length in code points, as JSON Schema does', () => {
    expect(accepts('🎁'.repeat(20))).toBe(true);
    expect(accepts('🎁'.repeat(21))).toBe(false);
  });
});

describe(isReadable, () => {
  it('does not mind an empty text', () => {
    expect(isReadable('')).toBe(true);
  });
});

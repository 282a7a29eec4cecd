import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isReadable } from './safe-text.ts';
import { anyCharacter } from './testing/any-character.ts';

/** The same question, asked of Unicode's own properties one character at a time. */
function isPlain(character: string): boolean {
  if (/^[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\uFEFF]$/u.test(character)) return false;
  return character.isWellFormed();
}

it('agrees with Unicode on every character of the basic plane and on any other', () => {
  const basicPlane = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const disputed = basicPlane.filter((character) => isReadable(character) !== isPlain(character));
  expect(disputed.map((character) => `U+${character.charCodeAt(0).toString(16)}`)).toEqual([]);
  fc.assert(fc.property(fc.integer({ min: 0x10000, max: 0x10ffff }), (code) => isReadable(String.fromCodePoint(code))));
});

it('finds a character that deceives wherever it stands', () => {
  const deceiving = fc.constantFrom(
    '\u0000',
    '\n',
    '\u001b',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u061c',
    '\ufeff',
    '\u2028',
  );
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(fc.property(text, deceiving, text, (before, one, after) => !isReadable(before + one + after)));
});

it('reads any text exactly if it reads each of its characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(isReadable(text)).toBe([...text].every(isPlain));
    }),
  );
});

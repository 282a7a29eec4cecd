import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelLimits, labelLines } from './label-lines.ts';

it.each([
  ['a line that fits', 'Große Straße 1 🏠', ['Große Straße 1 🏠']],
  [
    'a long line, between words',
    'Flat 12, Waterloo Heights, 188 Upper Richmond Road West, rear entrance by the canal',
    ['Flat 12, Waterloo Heights, 188', 'Upper Richmond Road West, rear', 'entrance by the canal'],
  ],
  [
    'a word longer than a line, within it',
    '東京都千代田区丸の内一丁目九番一号東京駅一番街地下一階東京ラーメンストリート内中央改札口前',
    ['東京都千代田区丸の内一丁目九番一号東京駅一番街地下一階東京ラーメンスト', 'リート内中央改札口前'],
  ],
])('writes %s', (_what, line1, lines) => {
  expect(labelLines({ line1 })).toEqual(lines);
});

it('begins a line with the second one, as the customer wrote it', () => {
  expect(labelLines({ line1: 'c/o Doe', line2: '1 Example Street' })).toEqual(['c/o Doe', '1 Example Street']);
});

it('loses and adds no letter, and makes no line longer than a label takes', () => {
  const line = fc
    .string({ unit: fc.constantFrom('a', 'é', '山', ' ', ' '), maxLength: 119 })
    .map((text) => `${text.trim()}x`);
  fc.assert(
    fc.property(line, fc.option(line, { nil: undefined }), (line1, line2) => {
      const lines = labelLines({ line1, line2 });
      const letters = (text: string) => text.replaceAll(' ', '');
      expect(letters(lines.join(''))).toBe(letters(line1 + (line2 ?? '')));
      for (const one of lines) expect(Array.from(one).length).toBeLessThanOrEqual(labelLimits.characters);
    }),
  );
});

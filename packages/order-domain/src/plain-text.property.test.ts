import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainCode, plainText } from './plain-text.ts';

const ascii = fc.string({ unit: fc.constantFrom('A', '7', '-', '.', ' ', '\t') });

it.each([plainCode, plainText])('%o reads ASCII as it does with a mark behind it that nobody sees', (read) => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(read(text)).toBe(read(`${text}\u200b`));
    }),
  );
});

it('reads several spaces within a code as one', () => {
  expect(plainCode('01  310  100')).toBe('01 310 100');
});

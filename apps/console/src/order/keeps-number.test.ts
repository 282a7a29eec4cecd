import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsNumber } from './keeps-number.ts';

describe(keepsNumber, () => {
  it.each([
    '0',
    '-0',
    '2',
    '1.0',
    '1e2',
    '1E+2',
    '0.1',
    '12.50',
    '100000',
    '1e300',
    '9007199254740991',
    '5e-324',
    '0e999',
  ])('keeps %s', (text) => {
    expect(keepsNumber(text)).toBe(true);
  });

  it.each([
    '1e999',
    '-1e999',
    '1e-999',
    '12345678901234567890',
    '9007199254740993',
    '0.1000000000000000055511151231257827',
    '3.141592653589793238462643383279',
    `1${'0'.repeat(200_000)}1`,
  ])('does not keep %s', (text) => {
    expect(keepsNumber(text)).toBe(false);
  });

  it('keeps whatever JavaScript itself writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => keepsNumber(JSON.stringify(number))),
    );
  });
});

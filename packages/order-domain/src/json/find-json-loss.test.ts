import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonLoss } from './find-json-loss.ts';
import { keepsNumber } from './keeps-number.ts';

describe(keepsNumber, () => {
  it.each([
    '0',
    '-0',
    '1',
    '1.0',
    '0.10',
    '19.99',
    '1e2',
    '1E+2',
    '1e-2',
    '9007199254740991',
    '1e21',
    '5e-324',
    '1e308',
  ])('takes %s', (text) => expect(keepsNumber(text)).toBe(true));

  it.each([
    '1e999',
    '-1e999',
    '1e-999',
    '0.1e-400',
    '12345678901234567890',
    '9007199254740993',
    '0.12345678901234567890',
    '1.0000000000000000001',
    `1${'0'.repeat(500)}`,
  ])('does not take %s, which would become another number', (text) => expect(keepsNumber(text)).toBe(false));

  it('takes every number that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => keepsNumber(JSON.stringify(number))),
    );
  });
});

describe(findJsonLoss, () => {
  it.each([
    ['{"a":1,"a":1}', 7, 'a: this key stands twice'],
    ['{"a":1,"\\u0061":1}', 7, 'a: this key stands twice'],
    ['[{},{"b":{"c":[0,{"d":1,"d":2}]}}]', 24, '[1].b.c[1].d: this key stands twice'],
    ['{"constructor":1,"constructor":2}', 17, 'constructor: this key stands twice'],
    ['{"a":{"__proto__":{}}}', 6, 'a: a key "__proto__"'],
    ['[1,[2,1e400]]', 6, '[1][1]: this number would be changed'],
    ['1e400', 0, 'this number would be changed'],
    ['{"Jane Doe":1,"Jane Doe":2}', 14, '…: this key stands twice'],
  ])('finds what %s would lose', (text, offset, problem) => {
    expect(findJsonLoss(text)).toEqual({ offset, problem: expect.stringContaining(problem) });
  });

  it('names the first place of several', () => {
    expect(findJsonLoss('{"a":1e999,"a":2}')).toHaveProperty('offset', 5);
  });

  it('finds nothing in what JavaScript writes, and the same key may stand in two objects', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, (key, one) => (key === '__proto__' ? undefined : one));
        expect(findJsonLoss(text)).toBeUndefined();
      }),
    );
    expect(findJsonLoss('[{"a":{"a":1}},{"a":"1e999"}]')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { wordsOf } from './desk-query.ts';

describe(wordsOf, () => {
  it.each([
    ['SKU001 Refund', ['sku001', 'refund']],
    ['"no reply" gateway', ['no reply', 'gateway']],
    ['  ', []],
    ['"', []],
    ['" "x', ['x']],
    ['100%_\\', ['100%_\\']],
  ])('takes %j apart', (typed, words) => {
    expect(wordsOf(typed)).toEqual(words);
  });
});

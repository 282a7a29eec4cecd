import { describe, expect, it } from 'vitest';
import { findJsonSyntaxError } from './find-json-syntax-error.ts';

describe(findJsonSyntaxError, () => {
  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'expected a comma'],
    ['{\n  "a": 1,\n}', 3, 1, 'expected a key in double quotes'],
    ['{\n  a: 1\n}', 2, 3, 'this is no value of JSON'],
    ['[1, 2', 1, 6, 'expected a comma or "]"'],
    ['{"a": }', 1, 7, 'expected a value'],
    ['{"a" 1}', 1, 6, 'expected a colon'],
    ['{"a": "x\n"}', 1, 7, 'this string does not end'],
    ['{} {}', 1, 4, 'expected the end of the text'],
    ['// order\n{}', 1, 1, 'JSON has no comments'],
    ['', 1, 1, 'expected a value'],
  ])('%j: line %d, column %d, %s', (text, line, column, problem) => {
    expect(findJsonSyntaxError(text)).toEqual({ line, column, problem });
  });

  it.each(['{}', ' [1, 2.5e3, "\\u00e9", null] ', '"text"', '0'])('finds nothing wrong with %j', (text) => {
    expect(findJsonSyntaxError(text)).toBeUndefined();
  });
});

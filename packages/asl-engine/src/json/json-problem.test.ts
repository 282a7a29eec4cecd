import { describe, expect, it } from 'vitest';
import { jsonProblem } from './json-problem.ts';

describe(jsonProblem, () => {
  const values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
  it.each([
    ['not some json', `Unrecognized token 'not': was expecting ${values}`, 1, 4],
    ["{'not': 'json'", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 3],
    ['{\n "a": nope }', `Unrecognized token 'nope': was expecting ${values}`, 2, 11],
    ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 1, 7],
    ['{"a": 1,}', "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 1, 10],
    ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate entries", 1, 5],
    ['[1,]', `Unexpected character (']' (code 93)): was expecting a valid value ${values}`, 1, 5],
    ['{"a": [1, 2}', "Unexpected character ('}' (code 125)): was expecting comma to separate entries", 1, 13],
    ['{"a": 1', 'Unexpected end-of-input: was expecting comma to separate entries', 1, 8],
    ['', `Unexpected end-of-input: was expecting a valid value ${values}`, 1, 1],
  ])('says of %j what is wrong, and where', (text, message, line, column) => {
    expect(jsonProblem(text)).toEqual({ message, line, column });
  });

  it('reads a long text once', () => {
    expect(jsonProblem(`[${'"o",'.repeat(250_000)}nope]`).message).toContain("Unrecognized token 'nope'");
  });
});

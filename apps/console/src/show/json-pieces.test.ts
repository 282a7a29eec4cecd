import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from './json-pieces.ts';
import { unfoldJson } from './unfold-json.ts';

const textOf = (json: string) =>
  jsonPieces(json)
    .map(({ text }) => text)
    .join('');

describe(jsonPieces, () => {
  it('tells keys from texts, numbers and words', () => {
    const kinds = jsonPieces('{"a":"b: \\"c\\"","d":[-1.5e3,null]}').filter(({ kind }) => kind !== 'plain');
    expect(kinds.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'key "a"',
      'string "b: \\"c\\""',
      'key "d"',
      'number -1500',
      'word null',
    ]);
  });

  it('loses nothing of any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(textOf(json)).toBe(JSON.stringify(JSON.parse(json), undefined, 2));
      }),
    );
  });

  it('writes out what would deceive the reader, as JSON does it', () => {
    expect(textOf('{"orderId":"a\u202Eb"}')).toBe('{\n  "orderId": "a\\u202Eb"\n}');
    expect(textOf('no JSON\u202E')).toBe('no JSON\\u202E');
  });

  it.each(['no JSON', '', '{"a":'])('leaves %j as it is', (text) => {
    expect(textOf(text)).toBe(text);
  });

  it('does not colour what is very long', () => {
    const long = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index));
    expect(jsonPieces(long)).toHaveLength(1);
  });
});

describe(unfoldJson, () => {
  it('opens JSON inside texts, however deep', () => {
    const cause = JSON.stringify({ errorMessage: 'no', trace: ['a'] });
    expect(unfoldJson({ failure: { cause }, list: [JSON.stringify({ cause })] })).toEqual({
      failure: { cause: { errorMessage: 'no', trace: ['a'] } },
      list: [{ cause: { errorMessage: 'no', trace: ['a'] } }],
    });
  });

  it.each(['text', '{no', '12', 'true', 7, null])('leaves %j', (value) => {
    expect(unfoldJson(value)).toBe(value);
  });
});

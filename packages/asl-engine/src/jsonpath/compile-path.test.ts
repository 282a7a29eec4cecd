import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SyntaxProblem } from '../expression/syntax-problem.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { createRandomSource } from '../random/random-source.ts';
import { compilePath } from './compile-path.ts';
import { compileReferencePath } from './reference-path.ts';

const context = (variables: JsonObject = {}) => ({
  variables,
  random: createRandomSource(1),
  contextObject: () => ({ Name: 'n' }),
  beginWork: () => () => {},
  now: () => 0,
});
const read = (path: string, input: Json, variables?: JsonObject) => compilePath(path).read(input, context(variables));

const store = {
  book: [
    { title: 'A', price: 8, tags: ['x'] },
    { title: 'B', price: 12, isbn: '0-1' },
    { title: 'C', price: 22, tags: [] },
  ],
  'odd key': { "it's": 1 },
};

describe(compilePath, () => {
  it.each<[string, unknown]>([
    ['$', store],
    ['$.book[0].title', 'A'],
    ['$.book[-1].title', 'C'],
    ["$['odd key']['it\\'s']", 1],
    ['$.book[*].price', [8, 12, 22]],
    ['$..price', [8, 12, 22]],
    ['$.book[0,2].title', ['A', 'C']],
    ['$.book[1:].title', ['B', 'C']],
    ['$.book[:2].title', ['A', 'B']],
    ['$.book[::2].title', ['A', 'C']],
    ["$.book[0]['title','price']", ['A', 8]],
    ['$.book[?(@.price > 10)].title', ['B', 'C']],
    ['$.book[?(@.isbn)].title', ['B']],
    ['$.book[?(!@.isbn && @.price < 10)].title', ['A']],
    ["$.book[?(@.title == 'A' || @.title == 'B')].price", [8, 12]],
    ['$.book[?(@.title =~ /[ab]/i)].title', ['A', 'B']],
    ["$.book[?(@.title in ['C'])].price", [22]],
    ['$.book[?(@.tags empty true)].title', ['C']],
    ['$.book.length()', 3],
    ['$.book[9]', undefined],
    ['$.none.deeper', undefined],
    ['$.none[*]', []],
    ['$$.Name', 'n'],
    ['$v.a', 5],
    ['$w', undefined],
  ])('reads %s', (path, expected) => {
    expect(read(path, store, { v: { a: 5 } })).toEqual(expected);
  });

  it.each(['', 'a', '$.', '$[', '$.a[', "$['a", '$.a..', '$[?(@.a', '$.a b', '$[1:2:0]', '$.a.nothing()'])(
    'refuses %j',
    (path) => {
      expect(() => compilePath(path)).toThrow(SyntaxProblem);
    },
  );

  it('follows member names as plain property access does', () => {
    const names = fc.array(fc.stringMatching(/^[a-z_][a-z0-9_-]{0,5}$/), { minLength: 1, maxLength: 4 });
    const document = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(names, document, (keys, value) => {
        const nested = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
        expect(read(`$.${keys.join('.')}`, nested as Json)).toEqual(value);
        expect(read(`$${keys.map((key) => `['${key}']`).join('')}`, nested as Json)).toEqual(value);
      }),
    );
  });

  it('never sees what an object inherits', () => {
    expect(read('$.constructor', {})).toBeUndefined();
    expect(read('$.toString', {})).toBeUndefined();
  });
});

describe(compileReferencePath, () => {
  it.each<[string, Json, Json | undefined]>([
    ['$.a', { b: 1 }, { b: 1, a: 'new' }],
    ['$.a.b.c', {}, { a: { b: { c: 'new' } } }],
    ['$.a[1]', { a: [1, 2] }, { a: [1, 'new'] }],
    ['$.a[2]', { a: [1, 2] }, undefined],
    ['$.a.b', { a: 'text' }, undefined],
    ['$.a', [1], undefined],
    ['$', { a: 1 }, 'new'],
  ])('puts a value at %s of %j', (path, document, expected) => {
    const before = JSON.stringify(document);
    expect(compileReferencePath(path)(document, 'new')).toEqual(expected);
    expect(JSON.stringify(document)).toBe(before);
  });

  it.each(['$.a[*]', '$..a', '$.a[0:1]', '$.a[?(@.b)]', '$$.a', '$x'])(
    'refuses %s, which is no Reference Path',
    (path) => {
      expect(() => compileReferencePath(path)).toThrow(SyntaxProblem);
    },
  );

  it('reads back what it has put', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 4 }),
        fc.jsonValue(),
        (keys, value) => {
          const path = `$.${keys.join('.')}`;
          const document = compileReferencePath(path)({}, value as Json);
          expect(read(path, document ?? null)).toEqual(value);
        },
      ),
    );
  });
});

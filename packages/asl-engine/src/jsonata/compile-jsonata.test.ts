import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { StateFailure } from '../failure/state-failure.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { createRandomSource } from '../random/random-source.ts';
import { compileJsonata } from './compile-jsonata.ts';

const context = (variables: JsonObject) => ({
  variables,
  random: createRandomSource(1),
  contextObject: () => ({ State: { Name: 'Here' } }),
  now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  beginWork: () => () => {},
});

const evaluate = async (text: string, input: Json, variables: JsonObject = {}) =>
  await compileJsonata(`{% ${text} %}`, 'Output').evaluate({ input, context: context(variables) });

/** What jsonata itself makes of it, as JSON; undefined for nothing, a marker for an error. */
async function reference(text: string, input: Json, variables: JsonObject): Promise<unknown> {
  try {
    const value: unknown = await jsonata(text).evaluate(undefined, { ...variables, states: { input } });
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return 'FAILS';
  }
}

async function outcome(text: string, input: Json, variables: JsonObject): Promise<unknown> {
  try {
    return await evaluate(text, input, variables);
  } catch (problem) {
    expect(problem).toBeInstanceOf(StateFailure);
    return 'FAILS';
  }
}

/** How many expressions are compared; `pnpm test:long` compares more. */
const numRuns = Number(process.env['FUZZ'] ?? 400);

const leaf = fc.constantFrom(
  ...[
    '$states.input',
    '$states.input.a',
    '$states.input.a.b',
    '$states.input.list',
    '$states.input.list.a',
    '$x',
    '$x.a',
    '1',
    '"t"',
    'true',
    'null',
  ],
  ...['$missing', '$states.input.`a b`', '-1', '0'],
);
const expressions = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('any'), fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'and', 'or', '&', '+'), tie('any'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('any'), fc.constantFrom('=', '<', 'and', '&'), tie('any')).map(([a, op, b]) => `${a} ${op} ${b}`),
    fc.array(tie('any'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(tie('any'), { maxLength: 3 })
      .map((items) => `{${items.map((item, index) => `"k${index}": ${item}`).join(', ')}}`),
    fc.array(tie('any'), { maxLength: 3 }).map((items) => `$merge([${items.join(', ')}])`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
    tie('any').map((inner) => `$exists(${inner})`),
  ),
})).any;

// As one execution hands it to the next state: written as JSON, a negative zero is a zero.
const json = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: true } as fc.JsonSharedConstraints)
  .map((value): Json => JSON.parse(JSON.stringify(value)));
const input = fc.oneof(
  json,
  fc.record({ a: json, list: fc.array(json, { maxLength: 3 }), 'a b': json }, { requiredKeys: [] }),
);

describe(compileJsonata, () => {
  it('gives what jsonata gives, for expressions it evaluates directly and for those it does not', async () => {
    await fc.assert(
      fc.asyncProperty(expressions, input, json, async (text, given, x) => {
        expect(await outcome(text, given as Json, { x })).toEqual(await reference(text, given as Json, { x }));
      }),
      { numRuns },
    );
  });

  it('evaluates the common shapes without a promise', () => {
    const compiled = compileJsonata('{% $merge([$states.input, {"total": $states.input.order.total}]) %}', 'Output');
    const value = compiled.evaluate({ input: { order: { total: 3 } }, context: context({}) });
    expect(value).toEqual({ order: { total: 3 }, total: 3 });
  });

  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3], 1.9)', [[1], [2], [3]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(-1.7, 1, 1)', [-1, 0, 1]],
    ['$range(4, 4, 1)', 4],
    ['$exists($range(1, 5))', false],
    ['$exists($partition([], 2))', false],
    ["$exists($hash('abc'))", false],
    ['$random(42)', 0.7275636800328681],
    ["$pad('ab', -5, '#*') & $pad('a', 3)", '#*#aba  '],
    ['[1/0, -1/0, {"k": 0/0}]', ['Infinity', '-Infinity', { k: 'NaN' }]],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse(\'{"a":[1]}\')', { a: [1] }],
    ['$random(7) = $random(7)', true],
    ['$now()', '2026-01-02T03:04:05.000Z'],
    ["$now('[Y0001]/[M01]')", '2026/01'],
    ['$string(1/0) & $string({"a": [1e21, 1e20]})', 'Infinity{"a":[1e+21,100000000000000000000]}'],
    ['$millis()', Date.UTC(2026, 0, 2, 3, 4, 5)],
    ['$states.context.State.Name', 'Here'],
    ['$length($uuid())', 36],
  ])("has AWS's own function in %s", async (text, expected) => {
    expect(await evaluate(text, {})).toEqual(expected);
  });

  it('says which expression of which field failed, and how', async () => {
    await expect(evaluate('1 + "a"', {})).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
      location: 'Output',
      cause: expect.stringContaining(
        "The JSONata expression '1 + \"a\"' specified for the field 'Output' threw an error during evaluation. T2002",
      ),
    });
    await expect(evaluate('function($x){$x}', {})).rejects.toMatchObject({
      cause: expect.stringContaining('returned an unsupported result type.'),
    });
    await expect(evaluate('$eval("1")', {})).rejects.toMatchObject({
      cause: expect.stringContaining('T1006: Attempted to invoke a non-function'),
    });
  });

  it.each([
    ["$partition('text', 2)", 'T0410: Argument 1 of function "partition"'],
    ['$partition([1], 2, 3)', 'T0410'],
    ["$range('a', 5, 1)", 'T0410'],
    ['$range(1, 5, 1, 1)', 'T0410'],
    ['$hash(1, "MD5")', 'T0410'],
    ['$hash("a", "md5")', 'T0410'],
    ['$parse(1)', 'T0410'],
    ['$parse("{")', 'T0410'],
    ['$uuid(1)', 'T0410'],
    ['$random("seed")', 'T0410'],
  ])("holds AWS's own functions to their signatures in %s", async (text, cause) => {
    await expect(evaluate(text, {})).rejects.toMatchObject({ cause: expect.stringContaining(cause) });
  });

  it('reads a variable of the workflow that the expression binds anew', async () => {
    expect(await evaluate('($x := $x + 1; $x)', {}, { x: 1 })).toBe(2);
  });

  it('draws the same chance in another thread for the same seed', async () => {
    const text = '$map([1, 2], function($i) { $random() & $uuid() }) ~> $shuffle()';
    expect(await evaluate(text, {})).toEqual(await evaluate(text, {}));
  });

  it('names the variables an expression needs, not those it binds', () => {
    expect(compileJsonata('{% ($y := $x; $map([1], function($z){ $z + $y + $w })) %}', 'Output').variables).toEqual([
      'x',
      'w',
    ]);
  });
});

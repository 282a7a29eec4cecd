import { describe, expect, it } from 'vitest';
import { SyntaxProblem } from '../expression/syntax-problem.ts';
import type { Json } from '../json/json.ts';
import { createJavaRandom, createRandomSource } from '../random/random-source.ts';
import { compileIntrinsic } from './compile-intrinsic.ts';
import { IntrinsicFailure } from './intrinsic-function.ts';

const context = {
  variables: { v: 2 },
  random: createRandomSource(1),
  contextObject: () => ({ Name: 'n' }),
  now: () => 0,
  beginWork: () => () => {},
};
const input = {
  a: 1.5,
  text: 'x-y_z',
  list: [3, 3, { k: 1 }, { k: 1 }],
  object: { p: 1, q: [true, null] },
  other: { q: 2 },
  reordered: { q: [true, null], p: 1 },
  texts: ['0', '1', '2'],
};
const call = (text: string): Json => compileIntrinsic(text)(input, context);

// The examples of the specification's "Intrinsic Functions" and what AWS does at their edges.
describe(compileIntrinsic, () => {
  it.each<[string, Json]>([
    ["States.Format('{} and {}', $.text, $$.Name)", 'x-y_z and n'],
    ["States.Format('\\{\\} it\\'s {}', 1)", "{} it's 1"],
    ["States.Format('{}', $.object)", '{p=1, q=[true, null]}'],
    ["States.StringToJson('[1,2]')", [1, 2]],
    ["States.StringToJson('')", null],
    ['States.JsonToString($.object)', '{"p":1,"q":[true,null]}'],
    ['States.Array()', []],
    ["States.Array($.a, 'b', null, true)", [1.5, 'b', null, true]],
    ['States.ArrayPartition($.list, 3)', [[3, 3, { k: 1 }], [{ k: 1 }]]],
    ['States.ArrayContains($.list, $.other)', false],
    ['States.ArrayContains($.list, 3)', true],
    ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['States.ArrayRange(3, 1, -1)', [3, 2, 1]],
    ['States.ArrayGetItem($.list, 2)', { k: 1 }],
    ['States.ArrayLength($.list)', 4],
    ['States.ArrayUnique($.list)', [3, { k: 1 }]],
    ["States.ArrayUnique(States.Array(true, 'z', 'b', 17, 2, null, false))", [null, 17, 'b', 2, false, 'z', true]],
    ['States.ArrayContains($.texts, 1)', true],
    ['States.ArrayContains(States.Array($.object), $.reordered)', false],
    ['States.ArrayGetItem(States.Array(), 7)', null],
    ['States.ArrayGetItem($.texts, 1.9)', '1'],
    ['States.ArrayRange(1.9, 3.2, 1.7)', [1, 2, 3]],
    ['States.ArrayPartition($.texts, 1.9)', [['0'], ['1'], ['2']]],
    ['States.MathAdd(2147483646, 1)', 2_147_483_647],
    ['States.MathAdd(1.5, -0.5)', 2],
    ["States.Base64Encode('Data')", 'RGF0YQ=='],
    ["States.Base64Decode('RGF0YQ==')", 'Data'],
    ["States.Hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['States.JsonMerge($.object, $.other, false)', { p: 1, q: 2 }],
    ["States.StringSplit($.text, '-_')", ['x', 'y', 'z']],
    ['States.MathAdd($.a, -3)', -1],
    ['States.MathAdd($v, 1)', 3],
    ["States.ArrayGetItem(States.StringSplit('a,b', ','), States.MathAdd(0, 1))", 'b'],
  ])('%s', (text, expected) => {
    expect(call(text)).toEqual(expected);
  });

  it('counts only calls among the ten that may stand in one field', () => {
    expect(call(`${'States.Array('.repeat(10)}'States.it'${')'.repeat(10)}`)).toBeDefined();
  });

  it('draws the numbers of java.util.Random for a seed, as AWS does', () => {
    const draw = createJavaRandom(42);
    expect([draw(), draw()]).toEqual([0.7275636800328681, 0.6832234717598454]);
  });

  it('keeps unique values of a long array in time that grows with its length', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => ({ id: index % 20_000 }));
    expect(compileIntrinsic('States.ArrayUnique($)')(many, context)).toHaveLength(20_000);
  });

  it('gives the same number for the same seed, within the bounds', () => {
    const numbers = [1, 2, 3, 4].map((seed) => call(`States.MathRandom(10, 20, ${seed})`) as number);
    expect(numbers).toEqual([1, 2, 3, 4].map((seed) => call(`States.MathRandom(10, 20, ${seed})`)));
    for (const number of numbers) expect(number >= 10 && number < 20 && Number.isInteger(number)).toBe(true);
    expect(call('States.UUID()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each([
    "States.StringToJson('{')",
    'States.ArrayGetItem($.list, 9)',
    'States.ArrayPartition($.list, 0)',
    'States.ArrayRange(1, 5000, 1)',
    'States.ArrayLength($.text)',
    "States.MathAdd('a', 1)",
    "States.Hash('a', 'SHA-3')",
    'States.JsonMerge($.object, $.other, true)',
    "States.Format('{}')",
    'States.MathRandom(5, 5)',
    'States.MathRandom(5.2, 5.9)',
    'States.MathRandom(1, 5, null)',
    'States.MathAdd(2147483647, 1)',
    'States.MathAdd(3000000000, -2000000000)',
    'States.MathAdd(1)',
    'States.MathAdd(1, 2, 3)',
    'States.UUID(1)',
    'States.StringToJson()',
    'States.ArrayGetItem($.texts, -1)',
    "States.Format('{ {}', 1)",
    "States.Format('{{}}', 1)",
    "States.Format('}')",
  ])('fails at %s and names the call', (text) => {
    expect(() => call(text)).toThrow(IntrinsicFailure);
    const [name] = text.split('(');
    expect(() => call(text)).toThrow(`The function '${text}' had the following error: Invalid arguments in ${name}: `);
  });

  it.each([
    'States.Nothing()',
    'States.Array(',
    "States.Format('a",
    "States.Format('\\n')",
    'States.Array(1 2)',
    'States.Array(1.)',
    `${'States.Array('.repeat(11)}${')'.repeat(11)}`,
  ])('refuses %s when it is compiled', (text) => {
    expect(() => compileIntrinsic(text)).toThrow(SyntaxProblem);
  });
});

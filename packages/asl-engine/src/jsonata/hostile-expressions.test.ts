import { describe, expect, it, onTestFinished } from 'vitest';
import { createRandomSource } from '../random/random-source.ts';
import { compileJsonata } from './compile-jsonata.ts';

const context = {
  variables: {},
  random: createRandomSource(1),
  contextObject: () => ({}),
  now: () => 0,
  beginWork: () => () => {},
};
const evaluate = async (text: string) =>
  await compileJsonata(`{% ${text} %}`, 'Output').evaluate({ input: { s: `${'a'.repeat(40)}!` }, context });

const memory = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const time = 'Expression evaluation timeout: Check for infinite loop';
const stack = 'Stack overflow error: Check for non-terminating recursive function.';
const doubled = (what: string, times: number) =>
  `($d := function($x, $n) { $n = 0 ? $x : $d(${what}, $n - 1) }; $d("x", ${times}))`;

// Developer Guide, "Handling expression errors"; the limits are AWS's, as measured.
describe('an expression that would hold up everything', () => {
  it.each([
    ['a regular expression that tries every way', '$match($states.input.s, /^(a+)+$/)', time],
    ['a wide text', '$pad("", 300000000, "x")', memory],
    ['a text doubled again and again', doubled('$x & $x', 40), memory],
    ['a list doubled again and again', doubled('$append($x, $x)', 40), memory],
    ['an object that holds itself twice, again and again', doubled('{"a": $x, "b": $x}', 60), memory],
    ['two of those, compared', `${doubled('{"a": $x, "b": $x}', 40)} = ${doubled('{"a": $x, "b": $x}', 40)}`, time],
    ['a long list', '[1..900000] ~> $count()', memory],
    ['a long range', '$range(1, 360146, 1)', memory],
    ['loops within loops', '$map([1..5000], function($i) { $count([1..5000][$ = $i]) })', time],
    ['a list without its doubles', '$count($distinct([1..800000]))', time],
    ['a loop without end', '($f := function() { $f() }; $f())', time],
    ['a recursion without end', '($f := function() { $f() + 1 }; $f())', stack],
    ['a sum of 101 terms', Array.from({ length: 101 }, () => '1').join('+'), stack],
  ])('%s fails as on AWS, and everything else goes on', async (_, text, cause) => {
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    onTestFinished(() => clearInterval(turning));
    const failure = evaluate(text);
    await expect(failure).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(cause),
    });
    // An expression that runs a second and more in the way would leave one or two.
    if (cause === time) expect(turns).toBeGreaterThan(50);
  });

  it('leaves the next one alone', async () => {
    expect(await evaluate('$map([1, 2, 3], function($i) { $i * 2 })')).toEqual([2, 4, 6]);
  });

  it.each([
    ['a text of 2^22 characters', `$length(${doubled('$x & $x', 22)})`, 2 ** 22],
    ['characters beyond 16 bits as one each', '$length("a😀b")', 3],
    ['a list of 873,782', '$count([1..873782])', 873_782],
    ['a range of 360,145', '$count($range(1, 360145, 1))', 360_145],
    ['a sum of 100 terms', Array.from({ length: 100 }, () => '1').join('+'), 100],
  ])('AWS takes %s', async (_, text, value) => {
    expect(await evaluate(text)).toBe(value);
  });
});

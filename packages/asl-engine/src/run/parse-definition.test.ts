import { describe, expect, it } from 'vitest';
import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import type { Diagnostic } from '../definition/definition-report.ts';
import { parseDefinition } from './parse-definition.ts';

const end = { Type: 'Succeed' };
const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const machine = (States: object, fields: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...fields });
const jsonata = (States: object) => machine(States, { QueryLanguage: 'JSONata' });

function diagnose(definition: unknown): readonly Diagnostic[] {
  try {
    return parseDefinition(definition as object).warnings;
  } catch (problem) {
    expect(problem).toBeInstanceOf(DefinitionInvalid);
    return (problem as DefinitionInvalid).diagnostics;
  }
}

describe(parseDefinition, () => {
  it.each<[string, unknown, string, string, RegExp]>([
    ['no JSON', '{', '', '', /^Unexpected end-of-input: .*\n at \[Source/],
    ['no object', [], '', '', /^Definition must be a valid JSON object$/],
    ['no StartAt', { States: { A: end } }, '', '', /^These fields are required: \[StartAt\]$/],
    [
      'a StartAt that is no state',
      { StartAt: 'B', States: { A: end } },
      '',
      'StartAt',
      /There is no state 'B'; there are 'A'/,
    ],
    ['no states', { StartAt: 'A', States: {} }, '', 'States', /at least one state/],
    ['an unknown version', machine({ A: end }, { Version: '2.0' }), '', 'Version', /'1.0'/],
    ['an unknown type', machine({ A: { Type: 'Loop' } }), 'A', 'Type', /must be one of/],
    ['a dangling Next', machine({ A: { Type: 'Pass', Next: 'Z' } }), 'A', 'Next', /There is no state 'Z'/],
    [
      'a dangling Catch',
      machine({ A: { Type: 'Task', Resource: functionArn, Catch: [{ ErrorEquals: ['E'], Next: 'Z' }], End: true } }),
      'A',
      'Catch[0].Next',
      /no state 'Z'/,
    ],
    [
      'a dangling Default',
      machine({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }], Default: 'Z' }, B: end }),
      'A',
      'Default',
      /no state 'Z'/,
    ],
    ['neither Next nor End', machine({ A: { Type: 'Pass' } }), 'A', 'Next', /is missing/],
    ['both Next and End', machine({ A: { Type: 'Pass', Next: 'B', End: true }, B: end }), 'A', 'Next', /keep one/],
    ['a state nothing leads to', machine({ A: end, B: end }), 'B', '', /No transition leads/],
    ['no way to end', machine({ A: { Type: 'Pass', Next: 'A' } }), '', 'States', /No state ends the machine/],
    [
      'a name used twice',
      machine({ A: { Type: 'Parallel', Branches: [machine({ A: end })], End: true } }),
      'A',
      'Branches[0].States',
      /used twice/,
    ],
    ['a name of 81 characters', machine({ ['n'.repeat(81)]: end }), '', 'States', /1 to 80 characters/],
    [
      'a wrong path',
      machine({ A: { Type: 'Pass', InputPath: '$.a[', End: true } }),
      'A',
      'InputPath',
      /cannot be read/,
    ],
    [
      'a path that is no Reference Path',
      machine({ A: { Type: 'Pass', ResultPath: '$.a[*]', End: true } }),
      'A',
      'ResultPath',
      /single node/,
    ],
    [
      'a template field that is no path',
      machine({ A: { Type: 'Pass', Parameters: { 'x.$': 'plain' }, End: true } }),
      'A',
      'Parameters',
      /'x\.\$' must be a valid JSONPath or a valid intrinsic/,
    ],
    [
      'an unknown intrinsic function',
      machine({ A: { Type: 'Pass', Parameters: { 'x.$': 'States.Nope()' }, End: true } }),
      'A',
      'Parameters',
      /'States.Nope' is not/,
    ],
    [
      'a wrong JSONata expression',
      jsonata({ A: { Type: 'Pass', Output: '{% 1 + %}', End: true } }),
      'A',
      'Output',
      /^Unexpected end of expression$/,
    ],
    [
      'a JSONPath field in JSONata',
      jsonata({ A: { Type: 'Pass', InputPath: '$', End: true } }),
      'A',
      'InputPath',
      /only supported for the 'JSONPath' QueryLanguage/,
    ],
    [
      'a JSONata field in JSONPath',
      machine({ A: { Type: 'Pass', Output: 1, End: true } }),
      'A',
      'Output',
      /only supported for the 'JSONata' QueryLanguage/,
    ],
    [
      'JSONPath within JSONata',
      jsonata({ A: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } }),
      'A',
      '',
      /can not be 'JSONPath' if set to 'JSONata'/,
    ],
    [
      'an assigned states',
      jsonata({ A: { Type: 'Pass', Assign: { states: 1 }, End: true } }),
      'A',
      'Assign',
      /reserved/,
    ],
    ['no resource', machine({ A: { Type: 'Task', End: true } }), 'A', 'Resource', /is missing/],
    [
      'a resource that is no ARN',
      machine({ A: { Type: 'Task', Resource: 'f', End: true } }),
      'A',
      'Resource',
      /'f' is not an ARN/,
    ],
    [
      'a negative time-out',
      machine({ A: { Type: 'Task', Resource: functionArn, TimeoutSeconds: -1, End: true } }),
      'A',
      'TimeoutSeconds',
      /whole number from 1/,
    ],
    [
      'a time-out twice',
      machine({ A: { Type: 'Task', Resource: functionArn, TimeoutSeconds: 1, TimeoutSecondsPath: '$.t', End: true } }),
      'A',
      'TimeoutSecondsPath',
      /cannot stand beside/,
    ],
    [
      'States.ALL among others',
      machine({ A: { Type: 'Task', Resource: functionArn, Retry: [{ ErrorEquals: ['States.ALL', 'E'] }], End: true } }),
      'A',
      'Retry[0].ErrorEquals',
      /alone, in the last place/,
    ],
    [
      'a retrier without errors',
      machine({ A: { Type: 'Task', Resource: functionArn, Retry: [{}], End: true } }),
      'A',
      'Retry[0].ErrorEquals',
      /at least one/,
    ],
    [
      'an unknown jitter',
      machine({
        A: { Type: 'Task', Resource: functionArn, Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'SOME' }], End: true },
      }),
      'A',
      'Retry[0].JitterStrategy',
      /one of 'FULL', 'NONE'/,
    ],
    [
      'two ways to wait',
      machine({ A: { Type: 'Wait', Seconds: 1, SecondsPath: '$.s', End: true } }),
      'A',
      'Seconds',
      /exactly one of/,
    ],
    [
      'a timestamp without T',
      machine({ A: { Type: 'Wait', Timestamp: '2026-01-01 00:00:00Z', End: true } }),
      'A',
      'Timestamp',
      /RFC 3339/,
    ],
    [
      'a rule with two operators',
      machine({
        A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, IsString: true, Next: 'B' }] },
        B: end,
      }),
      'A',
      'Choices[0].',
      /exactly one operator/,
    ],
    [
      'an operand of the wrong type',
      machine({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: '1', Next: 'B' }] }, B: end }),
      'A',
      'Choices[0].NumericEquals',
      /must be a number/,
    ],
    [
      'a Next within a rule',
      machine({
        A: { Type: 'Choice', Choices: [{ Not: { Variable: '$.a', IsNull: true, Next: 'B' }, Next: 'B' }] },
        B: end,
      }),
      'A',
      'Choices[0].Not.Next',
      /outermost/,
    ],
    [
      'a Choice with a Next',
      machine({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }], Next: 'B' }, B: end }),
      'A',
      'Next',
      /'Next' is not supported/,
    ],
    ['no branches', machine({ A: { Type: 'Parallel', Branches: [], End: true } }), 'A', 'Branches', /at least one/],
    ['no item processor', machine({ A: { Type: 'Map', End: true } }), 'A', 'ItemProcessor', /is missing/],
    [
      'an unknown mode',
      machine({
        A: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'FAST' }, ...machine({ B: end }) }, End: true },
      }),
      'A',
      'ItemProcessor.ProcessorConfig.Mode',
      /one of 'INLINE', 'DISTRIBUTED'/,
    ],
    [
      'a mistake within a branch',
      machine({ A: { Type: 'Parallel', Branches: [machine({ B: { Type: 'Pass' } })], End: true } }),
      'B',
      'Next',
      /is missing/,
    ],
  ])('refuses %s and says where', (_, definition, state, field, message) => {
    const errors = diagnose(definition).filter(({ severity }) => severity === 'ERROR');
    expect(errors).toContainEqual(expect.objectContaining({ state, field, message: expect.stringMatching(message) }));
  });

  it.each<[string, object, RegExp]>([
    [
      'JSONPath in a JSONata template',
      jsonata({ A: { Type: 'Pass', Output: { 'x.$': '$.a' }, End: true } }),
      /looks like JSONPath/,
    ],
    [
      'a path without .$',
      machine({ A: { Type: 'Pass', Parameters: { in: [{ x: '$.a' }] }, End: true } }),
      /name the field 'x\.\$' to read it/,
    ],
    [
      'an intrinsic function without .$',
      machine({ A: { Type: 'Pass', Parameters: { x: 'States.UUID()' }, End: true } }),
      /name the field 'x\.\$' to read it/,
    ],
    ['a path in a fixed result', machine({ A: { Type: 'Pass', Result: { 'x.$': '$.a' }, End: true } }), /as it stands/],
  ])('warns of %s and takes the definition', (_, definition, message) => {
    expect(parseDefinition(definition).warnings).toContainEqual(
      expect.objectContaining({ severity: 'WARNING', message: expect.stringMatching(message) }),
    );
  });

  it('reports everything at once, and reads well as a message', () => {
    const definition = machine({ A: { Type: 'Pass', Next: 'Z' }, B: { Type: 'Task', End: true } });
    expect(diagnose(definition).length).toBeGreaterThanOrEqual(3);
    expect(() => parseDefinition(definition)).toThrow(
      "State 'A': Next: There is no state 'Z' here; there are 'A', 'B'.",
    );
  });

  it('keeps the definition, its comment and its query language', () => {
    const definition = parseDefinition(
      JSON.stringify({ Comment: 'c', QueryLanguage: 'JSONata', TimeoutSeconds: 9, ...machine({ A: end }) }),
    );
    expect(definition).toMatchObject({
      comment: 'c',
      queryLanguage: 'JSONata',
      timeoutSeconds: 9,
      warnings: [],
      source: { StartAt: 'A' },
    });
  });
});

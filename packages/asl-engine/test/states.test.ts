import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Json } from '../src/index.ts';
import { runMachine } from './run-machine.ts';

const pass = (fields: object) => ({ States: { S: { Type: 'Pass', End: true, ...fields } } });

// Specification, "Input and Output Processing".
describe('JSONPath data flow', () => {
  const input = { a: { b: 1 }, list: [1, 2] };

  it.each<[string, object, Json]>([
    ['InputPath selects', { InputPath: '$.a' }, { b: 1 }],
    ['InputPath null gives an empty object', { InputPath: null }, {}],
    [
      'Parameters see what InputPath selected',
      { InputPath: '$.a', Parameters: { 'x.$': '$.b', fixed: [1] } },
      { x: 1, fixed: [1] },
    ],
    ['Result is taken as it is', { Result: { 'x.$': '$.a' } }, { 'x.$': '$.a' }],
    [
      'ResultPath puts the result into the raw input',
      { InputPath: '$.a', Result: 7, ResultPath: '$.a.c' },
      { a: { b: 1, c: 7 }, list: [1, 2] },
    ],
    ['ResultPath null keeps the input', { Result: 7, ResultPath: null }, input],
    ['ResultPath $ replaces everything', { Result: 7, ResultPath: '$' }, 7],
    ['OutputPath filters', { OutputPath: '$.list[0]' }, 1],
    ['OutputPath null gives an empty object', { OutputPath: null }, {}],
    ['a template nests', { Parameters: { deep: [{ 'y.$': '$.list[*]' }] } }, { deep: [{ y: [1, 2] }] }],
  ])('%s', async (_, fields, output) => {
    expect(await runMachine(pass(fields), { input })).toMatchObject({ status: 'SUCCEEDED', output });
  });

  it.each<[object, string, string]>([
    [{ InputPath: '$.none' }, 'States.Runtime', "Invalid path '$.none' : No results for path: $['none']"],
    [
      { OutputPath: '$.a.none.x' },
      'States.Runtime',
      "Invalid path '$.a.none.x' : Missing property in path $['a']['none']",
    ],
    [
      { Parameters: { 'x.$': '$.none' } },
      'States.Runtime',
      "The JSONPath '$.none' specified for the field 'x.$' could not be found in the input",
    ],
    [
      { Result: 1, ResultPath: '$.list.x' },
      'States.ResultPathMatchFailure',
      'Unable to apply ReferencePath $.list.x to input',
    ],
    [
      { Parameters: { 'x.$': "States.StringToJson('{')" } },
      'States.Runtime',
      "The function 'States.StringToJson('{')' had the following error: Invalid arguments in States.StringToJson",
    ],
  ])('%j fails and says why', async (fields, error, cause) => {
    const done = await runMachine(pass(fields), { input });
    expect(done).toMatchObject({ status: 'FAILED', error });
    expect(done.cause).toContain(
      `An error occurred while executing the state 'S' (entered at the event id #2). ${cause}`,
    );
  });
});

// Specification, "Choice State".
describe('Choice', () => {
  const decide = (rule: object, input: Json) =>
    runMachine(
      {
        States: {
          Q: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
          Yes: { Type: 'Pass', Result: true, End: true },
          No: { Type: 'Pass', Result: false, End: true },
        },
      },
      { input },
    );

  it.each<[object, Json, boolean]>([
    [{ Variable: '$.v', StringEquals: 'a' }, 'a', true],
    [{ Variable: '$.v', StringEquals: '1' }, 1, false],
    [{ Variable: '$.v', StringLessThan: 'b' }, 'a', true],
    [{ Variable: '$.v', StringMatches: 'log-*.txt' }, 'log-1.txt', true],
    [{ Variable: '$.v', StringMatches: 'a\\*' }, 'ab', false],
    [{ Variable: '$.v', NumericGreaterThanEquals: 2 }, 2, true],
    [{ Variable: '$.v', NumericEquals: 2 }, '2', false],
    [{ Variable: '$.v', BooleanEquals: false }, false, true],
    [{ Variable: '$.v', TimestampLessThan: '2026-01-01T00:00:00Z' }, '2026-01-01T00:30:00+01:00', true],
    [{ Variable: '$.v', TimestampEquals: '2026-01-01T00:00:00Z' }, '2026-01-01', false],
    [{ Variable: '$.v', IsNull: true }, null, true],
    [{ Variable: '$.v', IsNumeric: false }, 1, false],
    [{ Variable: '$.v', IsTimestamp: true }, '2026-02-30T00:00:00Z', false],
    [{ Variable: '$.v', IsPresent: true }, null, true],
    [{ Variable: '$.w', IsPresent: false }, 1, true],
    [{ Variable: '$.v', NumericEqualsPath: '$.v' }, 3, true],
    [{ Not: { Variable: '$.v', NumericEquals: 1 } }, 2, true],
    [
      {
        And: [
          { Variable: '$.v', IsPresent: true },
          { Variable: '$.v', NumericGreaterThan: 5 },
        ],
      },
      3,
      false,
    ],
    [
      {
        Or: [
          { Variable: '$.v', IsNull: true },
          { Variable: '$.v', NumericGreaterThan: 2 },
        ],
      },
      3,
      true,
    ],
  ])('%j for %j is %s', async (rule, v, expected) => {
    expect((await decide(rule, { v })).output).toBe(expected);
  });

  it('fails when its variable is not there', async () => {
    const done = await decide({ Variable: '$.none', NumericEquals: 1 }, {});
    expect(done.error).toBe('States.Runtime');
    expect(done.cause).toContain(
      "Invalid path '$.none': The choice state's condition path references an invalid value.",
    );
  });

  it('fails when no rule holds and there is no Default', async () => {
    const done = await runMachine(
      {
        States: {
          Q: { Type: 'Choice', Choices: [{ Variable: '$.v', IsNull: true, Next: 'Yes' }] },
          Yes: { Type: 'Succeed' },
        },
      },
      { input: { v: 1 } },
    );
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('takes the first JSONata condition that holds, with its Assign and Output', async () => {
    const done = await runMachine(
      {
        QueryLanguage: 'JSONata',
        States: {
          Q: {
            Type: 'Choice',
            Choices: [
              { Condition: '{% $states.input.n > 5 %}', Next: 'End' },
              {
                Condition: '{% $states.input.n > 1 %}',
                Next: 'End',
                Assign: { way: 'second' },
                Output: '{% $states.input.n * 2 %}',
              },
            ],
          },
          End: { Type: 'Succeed', Output: '{% [$way, $states.input] %}' },
        },
      },
      { input: { n: 3 } },
    );
    expect(done.output).toEqual(['second', 6]);
  });

  it('refuses a condition that is no boolean', async () => {
    const done = await runMachine({
      QueryLanguage: 'JSONata',
      States: {
        Q: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'E' }], Default: 'E' },
        E: { Type: 'Succeed' },
      },
    });
    expect(done.cause).toContain(
      "The JSONata expression '1' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1",
    );
  });
});

// Specification, "Wait State".
describe('Wait', () => {
  it.each<[object, number]>([
    [{ Seconds: 30 }, 30],
    [{ SecondsPath: '$.n' }, 12],
    [{ Timestamp: '2026-01-01T01:00:00Z' }, 3600],
    [{ TimestampPath: '$.t' }, 60],
    [{ Timestamp: '2020-01-01T00:00:00Z' }, 0],
    [{ QueryLanguage: 'JSONata', Seconds: '{% $states.input.n * 2 %}' }, 24],
    [{ QueryLanguage: 'JSONata', Timestamp: '{% $states.input.t %}' }, 60],
  ])('%j', async (fields, seconds) => {
    const done = await runMachine(
      { States: { W: { Type: 'Wait', ...fields, End: true } } },
      { input: { n: 12, t: '2026-01-01T00:01:00.000Z' } },
    );
    expect([done.status, done.took / 1000]).toEqual(['SUCCEEDED', seconds]);
  });

  it('takes thirty days in no time, and no more than a year', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timers.mockRestore());
    expect((await runMachine({ States: { W: { Type: 'Wait', Seconds: 30 * 86_400, End: true } } })).took).toBe(
      30 * 86_400_000,
    );
    // Of the machine's own clock: a test that asked it for thirty days would take them.
    expect(timers).not.toHaveBeenCalled();
    expect((await runMachine({ States: { W: { Type: 'Wait', Seconds: 90_000_000, End: true } } })).cause).toContain(
      'Wait state delay is too long.',
    );
  });
});

describe('variables', () => {
  it('are seen from the next state on, by name, and in branches; what a branch assigns stays there', async () => {
    const done = await runMachine(
      {
        States: {
          A: { Type: 'Pass', Assign: { x: 1, 'y.$': '$.in' }, Next: 'B' },
          B: { Type: 'Pass', Assign: { x: 2, 'old.$': '$x' }, Next: 'C' },
          C: {
            Type: 'Parallel',
            Branches: [
              {
                StartAt: 'D',
                States: {
                  D: { Type: 'Pass', Assign: { inner: 9 }, Next: 'E' },
                  E: { Type: 'Pass', Parameters: { 'inner.$': '$inner', 'x.$': '$x', 'y.$': '$y' }, End: true },
                },
              },
            ],
            Next: 'F',
          },
          F: { Type: 'Pass', Parameters: { 'x.$': '$x', 'old.$': '$old', 'branch.$': '$[0]' }, End: true },
        },
      },
      { input: { in: 'given' } },
    );
    expect(done.output).toEqual({ x: 2, old: 1, branch: { inner: 9, x: 2, y: 'given' } });
  });
});

describe('limits', () => {
  it('refuse an output of more than 262,144 bytes', async () => {
    const done = await runMachine({
      QueryLanguage: 'JSONata',
      States: { A: { Type: 'Pass', Output: "{% $pad('', 263000, 'x') %}", End: true } },
    });
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect((await runMachine(pass({}), { input: 'é'.repeat(131_060) })).status).toBe('SUCCEEDED');
    expect((await runMachine(pass({}), { input: 'é'.repeat(131_072) })).status).toBe('FAILED');
  });

  it('refuse an effective input of more than 262,144 bytes, and let nothing catch it', async () => {
    const wide = "{% $pad('', 263000, 'x') %}";
    const caught = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }], Next: 'Z' };
    const branch = { StartAt: 'I', States: { I: { Type: 'Succeed' } } };
    const states = [
      { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Arguments: { QueueUrl: 'q', MessageBody: wide } },
      { Type: 'Parallel', Branches: [branch], Arguments: wide },
      { Type: 'Map', Items: [1], ItemSelector: wide, ItemProcessor: branch },
    ];
    for (const state of states) {
      const machine = { QueryLanguage: 'JSONata', States: { A: { ...state, ...caught }, Z: { Type: 'Succeed' } } };
      expect(await runMachine(machine)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    }
  });

  it('refuse variables of more than 10 MiB together', async () => {
    const assign = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `v${index}`);
      const states = names.map((name, index) => [
        name,
        { Type: 'Pass', Assign: { [name]: '{% $states.input %}' }, Next: names[index + 1] ?? 'Z' },
      ]);
      return { QueryLanguage: 'JSONata', States: { ...Object.fromEntries(states), Z: { Type: 'Succeed' } } };
    };
    const done = await runMachine(assign(53), { input: '€'.repeat(66_666) });
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(done.types.filter((type) => type === 'PassStateExited')).toHaveLength(52);
  });

  it('end an execution that takes too long with an event that follows from none', async () => {
    const done = await runMachine({ TimeoutSeconds: 5, States: { W: { Type: 'Wait', Seconds: 9, End: true } } });
    expect(done).toMatchObject({ status: 'TIMED_OUT', took: 5000 });
    expect(done.execution.history().at(-1)).toMatchObject({ type: 'ExecutionTimedOut', previousEventId: 0 });
  });

  it('end an endless STANDARD execution at 25,000 events', async () => {
    const done = await runMachine({
      States: {
        A: { Type: 'Pass', Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Variable: '$', IsNull: true, Next: 'C' }], Default: 'A' },
        C: { Type: 'Succeed' },
      },
    });
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(done.types).toHaveLength(25_000);
    expect(done.types.at(-1)).toBe('ExecutionFailed');
  });

  it('end an endless EXPRESS execution after its five minutes', async () => {
    const loop = {
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Variable: '$', IsNull: true, Next: 'C' }], Default: 'A' },
      C: { Type: 'Succeed' },
    };
    expect(await runMachine({ States: loop }, { type: 'EXPRESS', history: 'drop' })).toMatchObject({
      status: 'TIMED_OUT',
      took: 300_000,
    });
  });

  it('end an execution at its own time-out', async () => {
    const done = await runMachine({ TimeoutSeconds: 5, States: { W: { Type: 'Wait', Seconds: 60, End: true } } });
    expect(done).toMatchObject({ status: 'TIMED_OUT', took: 5000 });
    expect(done.types).toEqual(['ExecutionStarted', 'WaitStateEntered', 'ExecutionTimedOut']);
  });
});

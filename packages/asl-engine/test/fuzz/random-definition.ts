import fc from 'fast-check';
import { pruneDefinition } from './prune-definition.ts';
import { errors, intrinsic, json, jsonata, path } from './random-expressions.ts';

type Build = fc.Arbitrary<Record<string, unknown>>;

const names = ['A', 'B', 'C', 'D'] as const;
const optional = (fields: Record<string, fc.Arbitrary<unknown>>): Build =>
  fc.record(fields, { requiredKeys: [] }).map((record) => record as Record<string, unknown>);

const payloadTemplate = fc.record({ fixed: json, 'p.$': fc.oneof(path, intrinsic) }, { requiredKeys: [] });

const jsonPathFlow = optional({
  InputPath: fc.oneof(path, fc.constant(null)),
  OutputPath: fc.oneof(path, fc.constant(null)),
  ResultPath: fc.oneof(fc.constantFrom('$', '$.r', '$.a.r', '$.list[0]'), fc.constant(null)),
  Parameters: payloadTemplate,
  Assign: fc.record({ 'x.$': fc.oneof(path, intrinsic) }, { requiredKeys: [] }),
});
const jsonataFlow = optional({
  Output: fc.oneof(jsonata, json),
  Assign: fc.record({ x: fc.oneof(jsonata, json) }, { requiredKeys: [] }),
});

const guard = (isJsonata: boolean): Build =>
  optional({
    Retry: fc.array(
      fc.record({
        ErrorEquals: errors,
        MaxAttempts: fc.integer({ min: 0, max: 3 }),
        JitterStrategy: fc.constantFrom('FULL', 'NONE'),
      }),
      { maxLength: 1 },
    ),
    Catch: fc.array(
      merge(
        fc.record({ ErrorEquals: errors, Next: fc.constantFrom(...names) }),
        isJsonata ? fc.record({ Output: jsonata }) : fc.constant({ ResultPath: '$.error' }),
      ),
      { maxLength: 1 },
    ),
  });

const transition = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names).map((Next): object => ({ Next })) },
  { weight: 2, arbitrary: fc.constant({ End: true }) },
);

function merge(...parts: fc.Arbitrary<object>[]): Build {
  return fc.tuple(...parts).map((records) => Object.assign({}, ...records));
}

const resource = fc.constantFrom(
  'arn:aws:lambda:us-east-1:000000000000:function:f',
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::sqs:sendMessage',
  'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  'arn:aws:states:us-east-1:000000000000:activity:a',
);

function task(isJsonata: boolean): Build {
  const limits = optional({
    TimeoutSeconds: fc.integer({ min: 51, max: 100 }),
    HeartbeatSeconds: fc.integer({ min: 1, max: 50 }),
  });
  // What each of the integrations requires.
  const required = { FunctionName: fc.constant('f'), QueueUrl: fc.constant('q'), MessageBody: fc.constant('b') };
  const args = isJsonata
    ? optional({ Arguments: fc.oneof(jsonata, fc.record({ a: jsonata, ...required })) })
    : fc.constant({});
  return merge(
    fc.record({ Type: fc.constant('Task'), Resource: resource }),
    flow(isJsonata),
    isJsonata
      ? optional({ Output: fc.constantFrom('{% $states.result %}', '{% [$states.result] %}') })
      : fc.constant({}),
    guard(isJsonata),
    limits,
    args,
    transition,
  );
}

const flow = (isJsonata: boolean) => (isJsonata ? jsonataFlow : jsonPathFlow);

function choice(isJsonata: boolean): Build {
  const rule: fc.Arbitrary<unknown> = isJsonata
    ? fc.record({ Condition: jsonata, Next: fc.constantFrom(...names) })
    : fc
        .tuple(
          path,
          fc.constantFrom<[string, unknown]>(
            ['IsPresent', true],
            ['NumericEquals', 1],
            ['StringMatches', 'a*b'],
            ['IsNull', false],
            ['NumericLessThanPath', '$.a'],
          ),
        )
        .chain(([Variable, [operator, value]]) =>
          fc.record({
            Variable: fc.constant(Variable),
            [operator]: fc.constant(value),
            Next: fc.constantFrom(...names),
          }),
        );
  return fc.record(
    {
      Type: fc.constant('Choice'),
      Choices: fc.array(rule, { minLength: 1, maxLength: 2 }),
      Default: fc.constantFrom(...names),
    },
    { requiredKeys: ['Type', 'Choices'] },
  );
}

function states(isJsonata: boolean, depth: number, prefix: string): fc.Arbitrary<object> {
  const state = (): Build => {
    const plain = (Type: string, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
      merge(fc.record({ Type: fc.constant(Type), ...fields }), flow(isJsonata), transition);
    const kinds: Build[] = [
      plain('Pass'),
      plain('Wait', { Seconds: fc.integer({ min: 0, max: 100_000 }) }).map(
        ({ Parameters: _parameters, ResultPath: _place, ...fields }) => fields,
      ),
      task(isJsonata),
      choice(isJsonata),
      fc.constant({ Type: 'Succeed' }),
      fc.record({ Type: fc.constant('Fail'), Error: fc.constantFrom('Odd', 'Even') }, { requiredKeys: ['Type'] }),
    ];
    if (depth > 0) {
      const inner = (place: string) => states(isJsonata, depth - 1, prefix + place);
      const items: Build = isJsonata
        ? optional({ Items: fc.oneof(jsonata, fc.constant([1, 2])) })
        : optional({ ItemsPath: path });
      kinds.push(
        merge(
          fc.record({ Type: fc.constant('Parallel'), Branches: fc.tuple(inner('1'), inner('2')) }),
          guard(isJsonata),
          transition,
        ),
      );
      kinds.push(
        merge(
          fc.record({
            Type: fc.constant('Map'),
            ItemProcessor: inner('i'),
            MaxConcurrency: fc.integer({ min: 0, max: 3 }),
          }),
          items,
          guard(isJsonata),
          transition,
        ),
      );
    }
    return fc.oneof(...kinds);
  };
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    const isProcessor = 'StartAt' in value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        // Within a branch a variable needs a name that the scope around it does not have.
        /^x(?:\.\$)?$/.test(key) ? key.replace('x', `x${prefix}`) : key,
        (key === 'Next' || key === 'Default') && typeof inner === 'string' && !isProcessor && inner.length === 1
          ? prefix + inner
          : rename(inner),
      ]),
    );
  };
  return fc.record({ A: state(), B: state(), C: state(), D: state() }).map((four) => ({
    StartAt: `${prefix}A`,
    States: Object.fromEntries(Object.entries(four).map(([name, value]) => [prefix + name, rename(value)])),
  }));
}

/** Definitions made from the grammar; most are valid but for states that nothing leads to, which `pruneDefinition` removes. */
export const randomDefinition: fc.Arbitrary<object> = fc.boolean().chain((isJsonata) =>
  states(isJsonata, 1, '').map((machine) => ({
    ...pruneDefinition(machine),
    ...(isJsonata && { QueryLanguage: 'JSONata' }),
  })),
);

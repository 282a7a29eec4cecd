import fc from 'fast-check';

export const json = fc.jsonValue({ maxDepth: 2 });
export const path = fc.constantFrom(
  '$',
  '$.a',
  '$.a.b',
  '$.list',
  '$.list[0]',
  '$.list[*]',
  '$..a',
  "$['a']",
  '$$.Execution.Name',
  '$$',
  '$x',
  '$.list[?(@.a == 1)]',
  '$.missing',
);
export const intrinsic = fc.constantFrom(
  ...[
    "States.Format('{}', $.a)",
    'States.UUID()',
    'States.Array($.a, 1, null)',
    "States.StringToJson('{')",
    'States.MathAdd($.a, 1)',
  ],
  ...[
    'States.ArrayRange(1, 3, 1)',
    "States.Hash($.a, 'MD5')",
    'States.ArrayGetItem($.list, 9)',
    "States.StringSplit('a,b', ',')",
  ],
);
const expression = fc.constantFrom(
  ...['$states.input', '$states.input.a', '$merge([$states.input, {"a": 1}])', '$states.input.a + 1', '$x', '$uuid()'],
  ...[
    '$states.context.State.Name',
    '$sum($states.input.list)',
    '$states.input.list[0]',
    '[1, 2, 3]',
    '$states.input.a = 1',
    '$error("no")',
    'null',
  ],
);
export const jsonata = expression.map((text) => `{% ${text} %}`);
export const errors = fc.constantFrom(
  ['States.ALL'],
  ['States.TaskFailed'],
  ['Odd'],
  ['States.Timeout'],
  ['States.QueryEvaluationError'],
  ['States.Runtime'],
);

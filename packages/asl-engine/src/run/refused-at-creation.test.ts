import { describe, expect, it } from 'vitest';
import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import { parseDefinition } from './parse-definition.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const sendMessage = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const machine = (S: object, fields: object = {}) => ({
  StartAt: 'S',
  States: { S: { ...S, Next: 'Z' }, Z: { Type: 'Succeed' } },
  ...fields,
});
const jsonata = (S: object) => machine(S, { QueryLanguage: 'JSONata' });
const output = (text: string) => jsonata({ Type: 'Pass', Output: { v: `{% ${text} %}` } });
const inner = (T: object, fields: object = {}) => ({ StartAt: 'T', States: { T: { ...T, End: true } }, ...fields });
const pass = { Type: 'Pass' };
const map = (fields: object, processor: object = inner(pass)) =>
  machine({ Type: 'Map', ItemProcessor: processor, ...fields });
const distributed = (fields: object, config: object = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }) =>
  map(fields, inner(pass, { ProcessorConfig: config }));
const assigning = (Assign: object) => jsonata({ ...pass, Assign });
const reader = (ReaderConfig: object, Resource = 'arn:aws:states:::s3:getObject') =>
  distributed({ ItemReader: { Resource, Parameters: { Bucket: 'b', Key: 'k' }, ReaderConfig } });
const scopes = (within: string, config: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'A',
  States: {
    A: { ...pass, Assign: { shared: 1 }, Next: 'M' },
    M: { Type: 'Map', Items: [1], ItemProcessor: inner({ ...pass, Assign: { [within]: 2 } }, config), End: true },
  },
});
const onlyFail = (fields: object) => ({ StartAt: 'F', States: { F: { Type: 'Fail', ...fields } } });

function firstError(definition: object): object | undefined {
  try {
    parseDefinition(definition);
    return undefined;
  } catch (problem) {
    expect(problem).toBeInstanceOf(DefinitionInvalid);
    const [first] = (problem as DefinitionInvalid).diagnostics.filter(({ severity }) => severity === 'ERROR');
    return first && { code: first.code, location: first.location };
  }
}

const schema = 'SCHEMA_VALIDATION_FAILED';
const unsupported = 'UNSUPPORTED_JSONATA_EXPRESSION';

// Developer Guide and ASL specification; codes of the API reference, "ValidateStateMachineDefinitionDiagnostic".
describe('what AWS refuses when a machine is created', () => {
  it.each<[string, object, string, string]>([
    ['a time-out on Pass', machine({ ...pass, TimeoutSeconds: 5 }), schema, '/States/S'],
    ['Catch on Wait', machine({ Type: 'Wait', Seconds: 1, Catch: [] }), schema, '/States/S'],
    ['ResultPath on Wait', machine({ Type: 'Wait', Seconds: 1, ResultPath: '$.x' }), schema, '/States/S'],
    ['Retry on Fail', onlyFail({ Retry: [] }), schema, '/States/F'],
    ['InputPath on Fail', onlyFail({ InputPath: '$' }), schema, '/States/F'],
    ['a misspelt field', machine({ ...pass, InputPat: '$' }), schema, '/States/S'],
    ['an unknown field of the machine', machine(pass, { Odd: 1 }), schema, ''],
    [
      'a query language of a processor',
      map({}, inner(pass, { QueryLanguage: 'JSONata' })),
      schema,
      '/States/S/ItemProcessor',
    ],
    [
      'an unknown field of a retrier',
      machine({ Type: 'Task', Resource: functionArn, Retry: [{ ErrorEquals: ['E'], Attempts: 1 }] }),
      schema,
      '/States/S/Retry[0]',
    ],
    [
      'ResultPath of a catcher in JSONata',
      jsonata({ Type: 'Task', Resource: functionArn, Catch: [{ ErrorEquals: ['E'], ResultPath: '$', Next: 'Z' }] }),
      schema,
      '/States/S/Catch[0]',
    ],
    [
      'a state within a Map that takes its language from the Map',
      machine({ Type: 'Map', QueryLanguage: 'JSONata', Items: [1], ItemProcessor: inner({ ...pass, Output: 1 }) }),
      schema,
      '/States/S/ItemProcessor/States/T',
    ],
    ['a variable that an outer scope has', scopes('shared'), schema, '/States/M/ItemProcessor/States/T/Assign'],
    ['a variable of a part', assigning({ 'x.y': 1 }), schema, '/States/S/Assign'],
    ['a variable that begins with a digit', assigning({ '1st': 1 }), schema, '/States/S/Assign'],
    ['a variable of 81 characters', assigning({ ['v'.repeat(81)]: 1 }), schema, '/States/S/Assign'],
    ['$states as a variable', assigning({ states: 1 }), schema, '/States/S/Assign'],
    ['the operator ??', output('$states.input.a ?? 1'), unsupported, '/States/S/Output/v'],
    ['the operator ?:', output('$states.input.a ?: 1'), unsupported, '/States/S/Output/v'],
    ['a name at the top', output('phone'), unsupported, '/States/S/Output/v'],
    ['a name at the top of an argument', output('$sum(items.price)'), unsupported, '/States/S/Output/v'],
    ['a name in a function', output('$map($states.input.a, function($x) { b })'), unsupported, '/States/S/Output/v'],
    ['$ at the top', output('$'), unsupported, '/States/S/Output/v'],
    ['$$ anywhere', output('$states.input.a[b = $$.c]'), unsupported, '/States/S/Output/v'],
    ['the result of a state without one', output('$states.result'), unsupported, '/States/S/Output/v'],
    ['an error output outside a catcher', output('$states.errorOutput.Error'), unsupported, '/States/S/Output/v'],
    ['a wrong expression', output('1 +'), 'INVALID_JSONATA_EXPRESSION', '/States/S/Output/v'],
    ['an expression that is not closed', jsonata({ ...pass, Output: '{% 1' }), schema, '/States/S/Output'],
    ['a beside a.$', machine({ ...pass, Parameters: { in: { a: 1, 'a.$': '$' } } }), schema, '/States/S/Parameters'],
    [
      'eleven intrinsic functions in one another',
      machine({ ...pass, Parameters: { 'a.$': `${'States.Array('.repeat(11)}${')'.repeat(11)}` } }),
      schema,
      '/States/S/Parameters',
    ],
    [
      'a heartbeat as long as the time-out',
      machine({ Type: 'Task', Resource: sendMessage, TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
      schema,
      '/States/S/HeartbeatSeconds',
    ],
    [
      'an alias with odd signs',
      machine({ Type: 'Task', Resource: `${functionArn}:$*` }),
      'INVALID_RESOURCE',
      '/States/S/Resource',
    ],
    [
      'a job of a service that has none',
      machine({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.sync' }),
      'INVALID_RESOURCE',
      '/States/S/Resource',
    ],
    [
      'a service that there is not',
      machine({ Type: 'Task', Resource: 'arn:aws:states:::sqz:send' }),
      'INVALID_RESOURCE',
      '/States/S/Resource',
    ],
    ['a comment that is no text', machine({ ...pass, Comment: 1 }), schema, '/States/S/Comment'],
    [
      'a condition that is no expression',
      {
        QueryLanguage: 'JSONata',
        StartAt: 'C',
        States: { C: { Type: 'Choice', Choices: [{ Condition: 'true', Next: 'Z' }] }, Z: { Type: 'Succeed' } },
      },
      schema,
      '/States/C/Choices[0]/Condition',
    ],
    ['both Error and ErrorPath', onlyFail({ Error: 'E', ErrorPath: '$.e' }), schema, '/States/F/ErrorPath'],
    [
      'both forms of MaxConcurrency',
      map({ MaxConcurrency: 1, MaxConcurrencyPath: '$.m' }),
      schema,
      '/States/S/MaxConcurrencyPath',
    ],
    ['ItemSelector beside Parameters', map({ ItemSelector: {}, Parameters: {} }), schema, '/States/S/Parameters'],
    ['a writer of an inline Map', map({ ResultWriter: { WriterConfig: {} } }), schema, '/States/S/ResultWriter'],
    ['a batcher of an inline Map', map({ ItemBatcher: { MaxItemsPerBatch: 1 } }), schema, '/States/S/ItemBatcher'],
    [
      'a reader of an inline Map',
      map({ ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2' } }),
      schema,
      '/States/S/ItemReader',
    ],
    [
      'a Map without an execution type',
      distributed({}, { Mode: 'DISTRIBUTED' }),
      schema,
      '/States/S/ItemProcessor/ProcessorConfig/ExecutionType',
    ],
    ['a label with spaces', distributed({ Label: 'a b' }), 'INVALID_LABEL_NAME', '/States/S/Label'],
    ['a label of 41 characters', distributed({ Label: 'l'.repeat(41) }), 'INVALID_LABEL_NAME', '/States/S/Label'],
    [
      'both forms of a batch size',
      distributed({ ItemBatcher: { MaxItemsPerBatch: 1, MaxItemsPerBatchPath: '$.m' } }),
      schema,
      '/States/S/ItemBatcher/MaxItemsPerBatchPath',
    ],
    [
      'a batch of no items',
      distributed({ ItemBatcher: { MaxItemsPerBatch: 0 } }),
      schema,
      '/States/S/ItemBatcher/MaxItemsPerBatch',
    ],
    [
      'an input type of an inventory',
      reader({ ManifestType: 'S3_INVENTORY', InputType: 'CSV' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/InputType',
    ],
    ['no input type', reader({}), schema, '/States/S/ItemReader/ReaderConfig/InputType'],
    ['an unknown input type', reader({ InputType: 'XML' }), schema, '/States/S/ItemReader/ReaderConfig/InputType'],
    [
      'CSV headers of JSON',
      reader({ InputType: 'JSON', CSVHeaderLocation: 'FIRST_ROW' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/CSVHeaderLocation',
    ],
    [
      'given headers that are not given',
      reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/CSVHeaders',
    ],
    [
      'an unknown delimiter',
      reader({ InputType: 'CSV', CSVDelimiter: ',' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/CSVDelimiter',
    ],
    [
      'a pointer that is none',
      reader({ InputType: 'JSON', ItemsPointer: 'a/b' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/ItemsPointer',
    ],
    [
      'a pointer into CSV',
      reader({ InputType: 'CSV', ItemsPointer: '/a' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/ItemsPointer',
    ],
    [
      'both forms of MaxItems',
      reader({ InputType: 'JSON', MaxItems: 1, MaxItemsPath: '$.m' }),
      schema,
      '/States/S/ItemReader/ReaderConfig/MaxItemsPath',
    ],
    [
      'objects to be read of no type',
      reader({ Transformation: 'LOAD_AND_FLATTEN' }, 'arn:aws:states:::s3:listObjectsV2'),
      schema,
      '/States/S/ItemReader/ReaderConfig/InputType',
    ],
    ['a writer without anything', distributed({ ResultWriter: {} }), schema, '/States/S/ResultWriter/WriterConfig'],
    [
      'an unknown transformation',
      distributed({ ResultWriter: { WriterConfig: { OutputType: 'JSON', Transformation: 'FLAT' } } }),
      schema,
      '/States/S/ResultWriter/WriterConfig/Transformation',
    ],
    [
      'two items fields',
      distributed({ ItemsPath: '$.a', ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2' } }),
      schema,
      '/States/S/ItemReader',
    ],
  ])('%s', (_, definition, code, location) => {
    expect(firstError(definition)).toEqual({ code, location });
  });

  it('counts two Map states with the same label as one too many', () => {
    const state = {
      Type: 'Map',
      Label: 'L',
      ItemProcessor: inner(pass, { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } }),
    };
    const other = {
      ...state,
      ItemProcessor: { ...state.ItemProcessor, StartAt: 'U', States: { U: { ...pass, End: true } } },
    };
    const states = { A: { ...state, Next: 'B' }, B: { ...other, End: true } };
    expect(firstError({ StartAt: 'A', States: states })).toEqual({
      code: 'DUPLICATE_LABEL_NAME',
      location: '/States/B/Label',
    });
  });
});

describe('what AWS takes', () => {
  it.each<[string, object]>([
    [
      'a wrong number of arguments, which fails when it runs',
      machine({ ...pass, Parameters: { 'a.$': 'States.MathAdd(1)' } }),
    ],
    [
      'names within a step, a predicate, an order and a group',
      output('$states.input.a[b > 1]^(c).{"d": d, "e": $.e}{d: $sum(e)}'),
    ],
    ['a question mark of its own', output('$states.input.a ? $states.input.a : 1')],
    ['$exists in a condition', output('$exists($states.input.a) ? $states.input.a : 1')],
    ['?? and ?: within a text', output('"a ?? b ?: c"')],
    [
      'the error output in a catcher',
      jsonata({
        Type: 'Task',
        Resource: functionArn,
        Catch: [{ ErrorEquals: ['E'], Output: '{% $states.errorOutput %}', Next: 'Z' }],
      }),
    ],
    [
      'the result in the output of a Task',
      jsonata({ Type: 'Task', Resource: functionArn, Output: '{% $states.result %}' }),
    ],
    ['another variable in an inner scope', scopes('other')],
    [
      'the same variable in a distributed Map, which sees no outer one',
      scopes('shared', { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } }),
    ],
    ['letters of every script in a variable', assigning({ größe_1: 1, 数量: 2 })],
    ['an alias and a version of a function', machine({ Type: 'Task', Resource: `${functionArn}:$LATEST` })],
    [
      'comments in rules, retriers and processors',
      map({ Comment: 'c', Retry: [{ ErrorEquals: ['E'], Comment: 'c' }] }, inner(pass, { Comment: 'c' })),
    ],
    ['any action of an SDK', machine({ Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sts:getCallerIdentity' })],
    ['an execution within one', machine({ Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2' })],
    [
      'a list of objects',
      distributed({ ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } } }),
    ],
    ['an Athena manifest', reader({ ManifestType: 'ATHENA_DATA', InputType: 'JSONL' })],
  ])('%s', (_, definition) => {
    expect(firstError(definition)).toBeUndefined();
  });
});

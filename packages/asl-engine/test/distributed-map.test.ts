import { describe, expect, it } from 'vitest';
import { type Json, TaskFailure, type TaskIntegration } from '../src/index.ts';
import { runMachine } from './run-machine.ts';

type Store = Readonly<Record<string, string>>;

const bucket = 'arn:aws:states:::s3:';
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const one = { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } };
const each = (fields: object, processor: object = one) => ({
  States: { Each: { Type: 'Map', ItemProcessor: { ...distributed, ...processor }, ...fields, End: true } },
});

/** S3 in memory: objects by `bucket/key`, listed two at a time. */
function s3(store: Store): Readonly<Record<string, TaskIntegration>> {
  const written: Record<string, string> = { ...store };
  return {
    's3:getObject': (given) => {
      const { Bucket, Key } = given as Record<string, string>;
      const body = written[`${Bucket}/${Key}`];
      if (body === undefined) throw new TaskFailure('S3.NoSuchKeyException', `no ${Key}`);
      return { Body: body };
    },
    's3:putObject': (given) => {
      const { Bucket, Key, Body } = given as Record<string, string>;
      written[`${Bucket}/${Key}`] = Body ?? '';
      return { ETag: '"1"' };
    },
    's3:listObjectsV2': (given) => {
      const { Bucket, Prefix = '', ContinuationToken = '0' } = given as Record<string, string>;
      const keys = Object.keys(written).filter((name) => name.startsWith(`${Bucket}/${Prefix}`));
      const from = Number(ContinuationToken);
      const Contents = keys.slice(from, from + 2).map((name) => ({ Key: name.slice(`${Bucket}/`.length), Size: 1 }));
      return { Contents, ...(from + 2 < keys.length && { NextContinuationToken: String(from + 2) }) };
    },
    test: () => written,
  };
}

const read = async (ReaderConfig: object | undefined, store: Store, fields: object = {}, action = 'getObject') => {
  const Parameters = action === 'getObject' ? { Bucket: 'b', Key: 'data' } : { Bucket: 'b', Prefix: 'in/' };
  const ItemReader = { Resource: bucket + action, Parameters, ...(ReaderConfig && { ReaderConfig }) };
  return await runMachine(each({ ItemReader, ...fields }), { integrations: s3(store), input: { most: 1 } });
};

// Developer Guide, "ItemReader".
describe('the items of a distributed Map', () => {
  it.each<[string, object, string, Json]>([
    ['JSON', { InputType: 'JSON' }, '[1,{"a":2}]', [1, { a: 2 }]],
    ['JSON at a pointer', { InputType: 'JSON', ItemsPointer: '/x/0/y~1z' }, '{"x":[{"y/z":[7]}]}', [7]],
    ['a JSON object', { InputType: 'JSON' }, '{"a":1}', [{ Key: 'a', Value: 1 }]],
    ['lines of JSON', { InputType: 'JSONL' }, '{"a":1}\n\n2\n', [{ a: 1 }, 2]],
    [
      'CSV',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,b\r\n1,"x, ""y""\nz"\r\n2\n3,4,5\n',
      [
        { a: '1', b: 'x, "y"\nz' },
        { a: '2', b: '' },
        { a: '3', b: '4' },
      ],
    ],
    [
      'CSV with given headers',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['n'], CSVDelimiter: 'PIPE' },
      '1|2\n3',
      [{ n: '1' }, { n: '3' }],
    ],
    ['the first ones', { InputType: 'JSON', MaxItems: 2 }, '[1,2,3]', [1, 2]],
    ['as many as the input says', { InputType: 'JSON', MaxItemsPath: '$.most' }, '[1,2,3]', [1]],
  ])('are read from %s', async (_, config, text, items) => {
    const done = await read(config, { 'b/data': text });
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: items });
  });

  it('are the objects of a bucket, page by page, or what is in them', async () => {
    const store = { 'b/in/1': '[1,2]', 'b/in/2': '[3]', 'b/in/3': '[4]', 'b/other': '[]' };
    const listed = await read(undefined, store, {}, 'listObjectsV2');
    expect(listed.output).toEqual([1, 2, 3].map((n) => ({ Key: `in/${n}`, Size: 1 })));
    const loaded = await read({ InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' }, store, {}, 'listObjectsV2');
    expect(loaded.output).toEqual([1, 2, 3, 4]);
  });

  it('are those that an inventory or an Athena manifest names', async () => {
    const inventory = JSON.stringify({ fileSchema: 'Bucket, Key', files: [{ key: 'f1' }, { key: 'f2' }] });
    const files = { 'b/f1': '"x","k1"\n', 'b/f2': '"x","k2"\n' };
    const expected = [1, 2].map((n) => ({ Bucket: 'x', Key: `k${n}` }));
    expect((await read({ ManifestType: 'S3_INVENTORY' }, { ...files, 'b/data': inventory })).output).toEqual(expected);
    const athena = { 'b/data': 's3://b/f1\ns3://b/f2\n', 'b/f1': '1\n2', 'b/f2': '3' };
    expect((await read({ ManifestType: 'ATHENA_DATA', InputType: 'JSONL' }, athena)).output).toEqual([1, 2, 3]);
  });

  it('are read by what a host finds, too, where it lists no integration of that name', async () => {
    const Parameters = { Bucket: 'b', Key: 'data' };
    const ItemReader = { Resource: `${bucket}getObject`, ReaderConfig: { InputType: 'JSON' }, Parameters };
    const store = s3({ 'b/data': '[1,2]' });
    const done = await runMachine(each({ ItemReader }), { findIntegration: (key) => store[key] });
    expect(done.output).toEqual([1, 2]);
  });

  it.each([
    ['no such object', { InputType: 'JSON' }, {}, 'no data'],
    ['no JSON', { InputType: 'JSON' }, { 'b/data': '[' }, 'not JSON'],
    ['a pointer to nothing', { InputType: 'JSON', ItemsPointer: '/a' }, { 'b/data': '{}' }, "The ItemsPointer '/a'"],
    ['Parquet', { InputType: 'PARQUET' }, { 'b/data': 'PAR1' }, 'Parquet is not read here'],
  ] as [string, object, Store, string][])('fail the state with %s', async (_, config, store, cause) => {
    const done = await read(config, store);
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed' });
    expect(done.cause).toContain(cause);
  });

  it('show their source, and the name of a member, to the selector', async () => {
    const ItemSelector = { 's.$': '$$.Map.Item.Source', 'i.$': '$$.Map.Item.Index' };
    const store = { 'b/data': '[7]' };
    expect((await read({ InputType: 'JSON' }, store, { ItemSelector })).output).toEqual([{ s: 'S3://b/data', i: 0 }]);
    const members = each({ ItemsPath: '$.o', ItemSelector: { 'k.$': '$$.Map.Item.Key', ...ItemSelector } });
    const done = await runMachine(members, { input: { o: { a: 1 } } });
    expect(done.output).toEqual([{ k: 'a', s: 'STATE_DATA', i: 0 }]);
  });
});

it('runs each item as an execution of its own, which sees no variable of the Map', async () => {
  const look = {
    StartAt: 'Look',
    States: {
      Look: {
        Type: 'Pass',
        Parameters: { 'id.$': '$$.Execution.Id', 'input.$': '$$.Execution.Input', 'sm.$': '$$.StateMachine.Name' },
        End: true,
      },
    },
  };
  const done = await runMachine(each({ Label: 'L' }, look), {
    input: ['x', 'y'],
    stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:m',
  });
  const id = expect.stringMatching(/^arn:aws:states:us-east-1:000000000000:execution:m\/L:[0-9a-f-]{36}$/);
  expect(done.output).toEqual([
    { id, input: 'x', sm: 'm/L' },
    { id, input: 'y', sm: 'm/L' },
  ]);
  const blind = await runMachine({
    QueryLanguage: 'JSONata',
    States: {
      Set: { Type: 'Pass', Assign: { x: 1 }, Output: [1], Next: 'Each' },
      Each: {
        Type: 'Map',
        ItemProcessor: {
          ...distributed,
          StartAt: 'One',
          States: { One: { Type: 'Pass', Output: '{% $exists($x) %}', End: true } },
        },
        End: true,
      },
    },
  });
  expect(blind.output).toEqual([false]);
});

// Developer Guide, "Map state": the tolerances.
it.each([
  [{ ToleratedFailureCount: 2 }, 'SUCCEEDED'],
  [{ ToleratedFailureCount: 1 }, 'FAILED'],
  [{ ToleratedFailurePercentage: 50 }, 'SUCCEEDED'],
  [{ ToleratedFailureCount: 3, ToleratedFailurePercentage: 25 }, 'FAILED'],
  [{ ToleratedFailureCount: 1, ToleratedFailurePercentage: 100 }, 'FAILED'],
])('with two failures of four and %j it %s', async (tolerance, status) => {
  const odd = {
    StartAt: 'Odd',
    States: {
      Odd: { Type: 'Choice', Choices: [{ Variable: '$', NumericGreaterThan: 2, Next: 'No' }], Default: 'Yes' },
      No: { Type: 'Fail', Error: 'Odd' },
      Yes: { Type: 'Succeed' },
    },
  };
  expect((await runMachine(each(tolerance, odd), { input: [1, 2, 3, 4] })).status).toBe(status);
});

// Developer Guide, "ResultWriter".
describe('the results of a distributed Map', () => {
  it.each([
    ['FLATTEN', [1, 2, 3]],
    ['COMPACT', [[1, 2], 3]],
  ])('are given as %s says', async (Transformation, output) => {
    const ResultWriter = { WriterConfig: { OutputType: 'JSON', Transformation } };
    expect((await runMachine(each({ ResultWriter }), { input: [[1, 2], 3] })).output).toEqual(output);
  });

  it('are given with what is known of their executions', async () => {
    const ResultWriter = { WriterConfig: { OutputType: 'JSON', Transformation: 'NONE' } };
    const { output } = await runMachine(each({ ResultWriter }), { input: [{ a: 1 }] });
    expect(output).toEqual([
      expect.objectContaining({
        Input: '{"a":1}',
        Output: '{"a":1}',
        Status: 'SUCCEEDED',
        StartDate: '2026-01-01T00:00:00.000Z',
      }),
    ]);
  });

  it('are written beside a manifest, which the state gives', async () => {
    const integrations = s3({});
    const WriterConfig = { OutputType: 'JSONL', Transformation: 'COMPACT' };
    const ResultWriter = { Resource: `${bucket}putObject`, Parameters: { Bucket: 'out', Prefix: 'p/' }, WriterConfig };
    const { output } = await runMachine(each({ ResultWriter }), { input: [1, 2], integrations });
    const { MapRunArn, ResultWriterDetails } = output as Record<string, Record<string, string>>;
    expect(ResultWriterDetails).toEqual({
      Bucket: 'out',
      Key: expect.stringMatching(/^p\/[0-9a-f-]{36}\/manifest\.json$/),
    });
    const written = (integrations['test'] as unknown as () => Store)();
    const manifest = JSON.parse(written[`out/${ResultWriterDetails?.['Key']}`] ?? '');
    const [{ Key }] = manifest.ResultFiles.SUCCEEDED;
    expect(manifest).toEqual({
      DestinationBucket: 'out',
      MapRunArn,
      ResultFiles: { FAILED: [], PENDING: [], SUCCEEDED: [{ Key, Size: 4 }] },
    });
    expect(written[`out/${Key}`]).toBe('1\n2\n');
  });

  it('that cannot be written fail the state', async () => {
    const ResultWriter = { Resource: `${bucket}putObject`, Parameters: { Bucket: 'out' } };
    expect(await runMachine(each({ ResultWriter }), { input: [1] })).toMatchObject({
      status: 'FAILED',
      error: 'States.ResultWriterFailed',
    });
  });
});

it('takes the members of an object in an inline Map, too', async () => {
  const inline = { StartAt: 'One', States: one.States };
  const path = { States: { M: { Type: 'Map', ItemsPath: '$.o', ItemProcessor: inline, End: true } } };
  expect((await runMachine(path, { input: { o: { a: 1 } } })).output).toEqual([{ Key: 'a', Value: 1 }]);
  const ItemSelector = '{% [$states.context.Map.Item.Key, $states.context.Map.Item.Value] %}';
  const jsonata = {
    QueryLanguage: 'JSONata',
    States: { M: { Type: 'Map', Items: { a: 1, b: 2 }, ItemSelector, ItemProcessor: inline, End: true } },
  };
  expect((await runMachine(jsonata)).output).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

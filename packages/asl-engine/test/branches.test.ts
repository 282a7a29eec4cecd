import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVirtualClock, execute, type Json, parseDefinition, TaskFailure } from '../src/index.ts';
import { functionArn, runMachine } from './run-machine.ts';

const work = { Type: 'Task', Resource: functionArn('work'), End: true };
const each = (fields: object, item: object = work) => ({
  States: { M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: item } }, End: true, ...fields } },
});
const distributed = (fields: object, item: object = work) => ({
  States: {
    M: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'I',
        States: { I: item },
      },
      End: true,
      ...fields,
    },
  },
});
const echo = ({ payload }: { payload: Json }) => ({ payload });
/** Fails for items that are negative. */
const picky = ({ payload }: { payload: Json }) => {
  if ((payload as number) < 0) throw new TaskFailure('Negative');
  return { payload };
};

// Specification, "Parallel State".
describe('Parallel', () => {
  const parallel = (branches: object[], fields: object = {}, more: object = {}) => ({
    States: {
      P: {
        Type: 'Parallel',
        Branches: branches.map((state, index) => ({ StartAt: `B${index}`, States: { [`B${index}`]: state } })),
        End: true,
        ...fields,
      },
      ...more,
    },
  });

  it('gives the outputs in the order of the branches, whichever ends first', async () => {
    const done = await runMachine(
      parallel([
        { Type: 'Wait', Seconds: 5, End: true },
        { Type: 'Pass', Result: 2, End: true },
      ]),
      { input: 1 },
    );
    expect([done.output, done.took]).toEqual([[1, 2], 5000]);
  });

  it('fails with the first branch that fails, and ends the others', async () => {
    const done = await runMachine(
      parallel(
        [
          { Type: 'Wait', Seconds: 50, End: true },
          { ...work, TimeoutSeconds: 3 },
          { Type: 'Fail', Error: 'Never', Cause: 'too late' },
        ].slice(0, 2),
      ),
      { invokeLambda: ({ clock }) => clock.sleep(100_000).then(() => ({})) },
    );
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Timeout', took: 3000 });
    expect(done.types.slice(-4)).toEqual([
      'TaskStateAborted',
      'WaitStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
  });

  it('is retried as a whole, then caught', async () => {
    let calls = 0;
    const retry = {
      Retry: [{ ErrorEquals: ['Odd'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'H' }],
    };
    const done = await runMachine(
      parallel([work, { Type: 'Pass', End: true }], retry, { H: { Type: 'Pass', End: true } }),
      {
        input: { in: 1 },
        invokeLambda: () => {
          calls++;
          throw new TaskFailure('Odd', 'again');
        },
      },
    );
    expect([calls, done.output]).toEqual([2, { in: 1, e: { Error: 'Odd', Cause: 'again' } }]);
    expect(done.types.filter((type) => type === 'ParallelStateStarted')).toHaveLength(2);
  });
});

// Specification, "Map State".
describe('Map', () => {
  it('gives each item its own context, and the outputs in order', async () => {
    const selector = {
      ItemsPath: '$.items',
      ItemSelector: { 'n.$': '$$.Map.Item.Value', 'i.$': '$$.Map.Item.Index', 'all.$': '$.items' },
    };
    const done = await runMachine(
      each(selector, { Type: 'Pass', Parameters: { 'got.$': '$', 'own.$': '$$.Map.Item.Index' }, End: true }),
      { input: { items: ['a', 'b'] } },
    );
    expect(done.output).toEqual([0, 1].map((i) => ({ got: { n: ['a', 'b'][i], i, all: ['a', 'b'] }, own: i })));
  });

  it('runs no more at once than MaxConcurrency says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 15 }),
        async (most, durations) => {
          let running = 0;
          let peak = 0;
          const done = await runMachine(each({ MaxConcurrency: most }), {
            input: durations,
            invokeLambda: async ({ payload, clock }) => {
              peak = Math.max(peak, ++running);
              await clock.sleep(payload as number);
              running--;
              return { payload };
            },
          });
          expect(done.output).toEqual(durations);
          expect(peak).toBe(Math.min(most, durations.length));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('fails with its first failing item; items not yet begun stay so', async () => {
    const done = await runMachine(each({ MaxConcurrency: 1 }), { input: [1, -1, 2], invokeLambda: picky });
    expect(done).toMatchObject({ status: 'FAILED', error: 'Negative' });
    expect(done.types.filter((type) => type.startsWith('MapIteration'))).toEqual([
      'MapIterationStarted',
      'MapIterationSucceeded',
      'MapIterationStarted',
      'MapIterationFailed',
    ]);
  });

  it('aborts the other items under way', async () => {
    const done = await runMachine(each({}, { ...work, TimeoutSeconds: 2 }), {
      input: [1, 2],
      invokeLambda: ({ clock, payload }) => clock.sleep((payload as number) * 10_000).then(() => ({})),
    });
    expect(done.types).toContain('MapIterationAborted');
    expect(done.types.slice(-3)).toEqual(['MapIterationAborted', 'MapStateFailed', 'ExecutionFailed']);
  });

  it.each<[object, unknown]>([
    [{ Items: [1, '{% $states.input.n %}'] }, [1, 5]],
    [{ Items: '{% [1..3] %}', MaxConcurrency: '{% 2 %}' }, [1, 2, 3]],
    [{ Items: '{% [] %}' }, []],
    [
      { Items: [1, 2], ItemSelector: { v: '{% $states.context.Map.Item.Value * 10 %}', n: '{% $states.input.n %}' } },
      [
        { v: 10, n: 5 },
        { v: 20, n: 5 },
      ],
    ],
  ])('takes items by JSONata: %j', async (fields, output) => {
    const done = await runMachine(
      { QueryLanguage: 'JSONata', ...each(fields, { Type: 'Pass', End: true }) },
      { input: { n: 5 } },
    );
    expect(done.output).toEqual(output);
  });

  it.each<[object, string]>([
    [
      { ItemsPath: '$.none' },
      "The JSONPath '$.none' specified for the field 'ItemsPath' could not be found in the input",
    ],
    [{ ItemsPath: '$.n' }, 'must point to array'],
    [
      { ItemsPath: '$.items', MaxConcurrencyPath: '$.text' },
      'The MaxConcurrencyPath field refers to value "t" which is not a valid integer: $.text',
    ],
  ])('%j fails: %s', async (fields, cause) => {
    expect(
      (await runMachine(each(fields), { input: { n: 1, items: [1], text: 't' }, invokeLambda: echo })).cause,
    ).toContain(cause);
  });
});

// Developer Guide, "Distributed mode".
describe('distributed Map', () => {
  it('keeps the events of its child executions to itself', async () => {
    const done = await runMachine(distributed({ Label: 'Many' }), { input: [1, 2], invokeLambda: echo });
    expect(done.types).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
    expect(done.execution.history()[3]).toMatchObject({
      mapRunStartedEventDetails: { mapRunArn: expect.stringContaining('/Many:') },
    });
  });

  it.each<[object, boolean]>([
    [{}, false],
    [{ ToleratedFailureCount: 1 }, false],
    [{ ToleratedFailureCount: 2 }, true],
    [{ ToleratedFailurePercentage: 49 }, false],
    [{ ToleratedFailurePercentage: 50 }, true],
  ])('tolerates two failures of four with %j: %s', async (fields, isTolerated) => {
    const done = await runMachine(distributed(fields), { input: [1, -1, 2, -2], invokeLambda: picky });
    if (isTolerated) expect(done.output).toEqual([1, 2]);
    else expect(done).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
  });

  it('puts items together in batches', async () => {
    const batcher = { ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { 'from.$': '$.who' } }, ItemsPath: '$.items' };
    const done = await runMachine(distributed(batcher), { input: { who: 'me', items: [1, 2, 3] }, invokeLambda: echo });
    expect(done.output).toEqual([
      { BatchInput: { from: 'me' }, Items: [1, 2] },
      { BatchInput: { from: 'me' }, Items: [3] },
    ]);
  });

  it('reads its items from an integration', async () => {
    const reader = {
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON', MaxItems: 2 },
        Parameters: { 'Key.$': '$.key' },
      },
    };
    const integrations = { 's3:getObject': (parameters: Json) => [parameters, 2, 3] };
    expect(
      (await runMachine(distributed(reader), { input: { key: 'k' }, integrations, invokeLambda: echo })).output,
    ).toEqual([{ Key: 'k' }, 2]);
    expect(await runMachine(distributed(reader), { input: { key: 'k' } })).toMatchObject({
      status: 'FAILED',
      error: 'States.ItemReaderFailed',
    });
  });
});

describe('several executions on one clock', () => {
  const definition = parseDefinition({
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: functionArn('a'),
        Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL', MaxAttempts: 9 }],
        Next: 'B',
      },
      B: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 3, End: true } } },
        End: true,
      },
    },
  });

  async function story(seed: number): Promise<string> {
    const clock = createVirtualClock();
    const told: string[] = [];
    let calls = 0;
    const executions = [1, 2, 3].map((order) =>
      execute(definition, {
        name: `order-${order}`,
        clock,
        seed: seed + order,
        input: [order],
        invokeLambda: async ({ payload, clock: own }) => {
          await own.sleep(100);
          if (++calls % 3 !== 0) throw new TaskFailure('Odd');
          return { payload };
        },
        onEvent: (event) => told.push(JSON.stringify([order, event])),
      }),
    );
    await Promise.all(executions.map(({ result }) => result));
    return told.join('\n');
  }

  it('tell the same story, byte by byte, for the same seed, and another for another', async () => {
    const [first, again, other] = [await story(5), await story(5), await story(6)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});

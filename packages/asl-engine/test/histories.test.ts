import { describe, expect, it } from 'vitest';
import {
  createMemoryJournal,
  createVirtualClock,
  type Execution,
  execute,
  type HistoryEvent,
  type HostOptions,
  parseDefinition,
  redrive,
  TaskFailure,
} from '../src/index.ts';
import { functionArn } from './run-machine.ts';

/**
 * Histories for whoever reads them: files of this engine's own making, in the shape of GetExecutionHistory, which this test
 * compares. `vitest run test/histories.test.ts -u` writes them anew.
 */

const start = Date.UTC(2026, 2, 1, 9, 30);
const patient = [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 1 }];
const task = (name: string, more: object = { End: true }) => ({ Type: 'Task', Resource: functionArn(name), ...more });
const caughtBy = (state: string, ...errors: string[]) => ({ Catch: [{ ErrorEquals: errors, Next: state }] });
const map = (States: object, more: object, ProcessorConfig: object = { Mode: 'INLINE' }) => ({
  Type: 'Map',
  ItemsPath: '$.items',
  ItemProcessor: { ProcessorConfig, StartAt: Object.keys(States)[0], States },
  ...more,
});
const parallel = (branches: readonly object[], more: object) => ({
  Type: 'Parallel',
  Branches: branches.map((States) => ({ StartAt: Object.keys(States)[0], States })),
  ...more,
});
const distributed = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const input = { items: [1, 2, 3] };

/** What a function does when it is called the n-th time, from 1; any other answers at once. */
type Work = Readonly<Record<string, (call: number, payload: unknown) => unknown>>;
const isBusy = () => {
  throw new TaskFailure('Busy', 'come again');
};
const busyOnce = (call: number) => (call === 1 ? isBusy() : 'done');
const refuses = () => {
  throw new TaskFailure('Refused', '{"errorType":"Refused","errorMessage":"not this one"}');
};

interface Case {
  readonly states: Readonly<Record<string, object>>;
  readonly work?: Work;
  readonly input?: object;
  /** Whether the failed execution is redriven, an hour later and with nothing wrong any more. */
  readonly redriven?: true;
  /** After so many seconds the execution is stopped. */
  readonly stoppedAfter?: number;
}

const cases: Readonly<Record<string, Case>> = {
  'map-with-a-retry': {
    states: {
      'Check Each': map(
        { Check: task('check', { Retry: patient, Next: 'Note' }), Note: { Type: 'Pass', End: true } },
        { Next: 'Pack' },
      ),
      Pack: task('pack'),
    },
    work: { check: busyOnce },
  },
  'map-without-items': {
    states: { 'Check Each': map({ Check: task('check') }, { Next: 'Pack' }), Pack: task('pack') },
    input: { items: [] },
  },
  'parallel-caught': {
    states: {
      Both: parallel(
        [{ Left: task('left', { Next: 'Left Again' }), 'Left Again': task('left') }, { Right: task('right') }],
        { Next: 'Pack', ...caughtBy('Make Good', 'Refused') },
      ),
      Pack: task('pack'),
      'Make Good': task('make-good', { Next: 'Pack' }),
    },
    work: { right: refuses },
  },
  'parallel-retried': {
    states: {
      Both: parallel([{ Left: task('left') }, { Right: task('right') }], { Retry: patient, Next: 'Pack' }),
      Pack: task('pack'),
    },
    work: { right: busyOnce },
  },
  'caught-within-a-branch': {
    states: {
      Both: parallel(
        [
          { Left: task('left', { End: true, ...caughtBy('Amends', 'Refused') }), Amends: task('amends') },
          { Right: task('right') },
        ],
        { Next: 'Pack' },
      ),
      Pack: task('pack'),
    },
    work: { left: refuses },
  },
  nested: {
    states: {
      'Check Each': map(
        {
          Both: parallel(
            [
              { Left: task('left', { Retry: patient, End: true }) },
              { Inner: map({ Right: task('right') }, { ItemsPath: '$', End: true }) },
            ],
            { End: true, ...caughtBy('Amends', 'States.ALL') },
          ),
          Amends: task('amends'),
        },
        { ItemsPath: '$.lists', MaxConcurrency: 1, Next: 'Pack' },
      ),
      Pack: task('pack'),
    },
    input: { lists: [[1, 2], [3]] },
    work: {
      left: busyOnce,
      right: (_, payload) => (payload === 3 ? refuses() : payload),
    },
  },
  'distributed-map-caught': {
    states: {
      'Check Each': map(
        { Check: task('check') },
        { Next: 'Pack', ...caughtBy('Make Good', 'States.ALL') },
        distributed,
      ),
      Pack: task('pack'),
      'Make Good': task('make-good', { Next: 'Pack' }),
    },
    work: { check: refuses },
  },
  'parallel-failed-and-redriven': {
    states: {
      Both: parallel([{ Left: task('left') }, { Right: task('right') }], { Next: 'Pack' }),
      Pack: task('pack'),
    },
    work: { right: refuses },
    redriven: true,
  },
  'nested-and-retried-outside': {
    states: {
      Outer: parallel([{ Inner: parallel([{ Left: task('left') }, { Right: task('right') }], { End: true }) }], {
        Retry: patient,
        Next: 'Pack',
        ...caughtBy('Make Good', 'Busy'),
      }),
      Pack: task('pack'),
      'Make Good': task('make-good', { Next: 'Pack' }),
    },
    work: { right: isBusy },
  },
  'branch-with-a-fail': {
    states: {
      Both: parallel([{ Left: task('left') }, { No: { Type: 'Fail', Error: 'NotToday', Cause: 'closed' } }], {
        Next: 'Pack',
      }),
      Pack: task('pack'),
    },
  },
  'branch-with-a-fail-caught': {
    states: {
      Both: parallel([{ No: { Type: 'Fail', Error: 'NotToday', Cause: 'closed' } }], {
        Next: 'Pack',
        ...caughtBy('Make Good', 'NotToday'),
      }),
      Pack: task('pack'),
      'Make Good': task('make-good', { Next: 'Pack' }),
    },
  },
  'map-tolerates': {
    states: {
      'Check Each': map({ Check: task('check') }, { Next: 'Pack', ToleratedFailureCount: 3 }, distributed),
      Pack: task('pack'),
    },
    work: { check: refuses },
  },
  'map-failed-and-redriven': {
    states: {
      'Check Each': map({ Check: task('check') }, { Next: 'Pack' }),
      Pack: task('pack'),
    },
    work: { check: refuses },
    redriven: true,
  },
  'map-stopped': {
    states: {
      'Check Each': map({ Rest: { Type: 'Wait', Seconds: 60, Next: 'Check' }, Check: task('check') }, { Next: 'Pack' }),
      Pack: task('pack'),
    },
    stoppedAfter: 5,
  },
};

async function run({ states, work = {}, input: given = input, redriven, stoppedAfter }: Case) {
  const definition = { StartAt: Object.keys(states)[0], States: states };
  const calls = new Map<string, number>();
  let isWell = false;
  const clock = createVirtualClock({ start });
  const host: HostOptions = {
    clock,
    async invokeLambda({ functionName, payload, clock, signal }) {
      const name = functionName.slice(functionName.lastIndexOf(':') + 1);
      calls.set(name, (calls.get(name) ?? 0) + 1);
      await clock.sleep(100, signal);
      const does = isWell ? undefined : work[name];
      return { payload: does ? does(calls.get(name) ?? 0, payload) : payload };
    },
  };
  const journal = createMemoryJournal();
  const about = { ...host, journal, seed: 1, input: given, name: 'fixture' };
  let execution: Execution = execute(parseDefinition(definition), about);
  if (stoppedAfter !== undefined) {
    await clock.sleep(stoppedAfter * 1000);
    execution.stop({ cause: 'no longer wanted' });
  }
  let { status } = await execution.result;
  if (redriven) {
    isWell = true;
    await clock.sleep(3_600_000);
    execution = redrive(journal, execution.executionArn, host);
    ({ status } = await execution.result);
  }
  return { definition, status, events: execution.history().map(toWire) };
}

/** AWS JSON 1.0 writes moments in seconds since the epoch. */
function toWire({ timestamp, ...event }: HistoryEvent): object {
  return { ...event, timestamp: timestamp.getTime() / 1000 };
}

/** One event a line. */
function asText({ events, ...about }: Awaited<ReturnType<typeof run>>): string {
  const lines = events.map((event) => `    ${JSON.stringify(event)}`).join(',\n');
  return `${JSON.stringify(about).slice(0, -1)},\n  "events": [\n${lines}\n  ]\n}\n`;
}

describe('a history', () => {
  it.each(Object.entries(cases))('is as it was: %s', async (name, given) => {
    await expect(asText(await run(given))).toMatchFileSnapshot(`histories/${name}.json`);
  });
});

import * as sfn from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createActivityPool,
  createMemoryJournal,
  createVirtualClock,
  execute,
  type HistoryEvent,
  parseDefinition,
  redrive,
  TaskFailure,
} from '../src/index.ts';
import { functionArn, runMachine } from './run-machine.ts';

/** A structure of the SDK's model: its members, the schema of each, and how many of the first are required. */
type Structure = readonly [3, string, string, unknown, readonly string[], readonly unknown[], number?];

const resource = 'arn:aws:states:::';
const activity = 'arn:aws:states:us-east-1:000000000000:activity:dig';
const end = { End: true };
const call = (name: string, more: object = {}) => ({ Type: 'Task', Resource: functionArn(name), ...more, ...end });
const ask = (action: string, more: object = {}) => ({
  ...{ Type: 'Task', Resource: `${resource}${action}`, Parameters: { any: 1 }, ...more, ...end },
});
const dig = (more: object = {}) => ({ Type: 'Task', Resource: activity, ...more, ...end });
const branch = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const pass = { Pass: { Type: 'Pass', End: true } };
const each = (states: object, Mode = 'INLINE', more: object = {}) => ({
  ...{ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode, ExecutionType: 'STANDARD' }, ...branch(states) } },
  ...{ Items: [1, 2], ...more, ...end },
});
const wait = { Type: 'Wait', Seconds: 60, End: true };
const fail = { Fail: { Type: 'Fail', Error: 'E', Cause: 'C' } };
const later = { QueryLanguage: 'JSONata', ...end };

const machines: Readonly<Record<string, object>> = {
  choice: {
    Go: { Type: 'Choice', Choices: [{ Variable: '$.no', IsPresent: true, Next: 'Done' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
  variables: { Set: { Type: 'Pass', Assign: { a: 1 }, Next: 'Wait' }, Wait: wait },
  'a fail': fail,
  'a function': { Call: call('works') },
  'a function that fails': { Call: call('fails') },
  'a function that is late': { Call: call('waits', { TimeoutSeconds: 1 }) },
  'an integration': { Ask: ask('aws-sdk:any:works', { Credentials: { RoleArn: 'arn:aws:iam::000000000000:role/r' } }) },
  'an integration that fails': { Ask: ask('aws-sdk:any:fails') },
  'an integration that is late': { Ask: ask('aws-sdk:any:waits', { TimeoutSeconds: 2, HeartbeatSeconds: 1 }) },
  'a job': { Ask: ask('batch:submitJob.sync', { Parameters: { JobName: 'j', JobQueue: 'q', JobDefinition: 'd' } }) },
  'an activity': { Dig: dig({ HeartbeatSeconds: 30, TimeoutSeconds: 60 }) },
  'an activity that fails': { Dig: dig({ Comment: 'fails' }) },
  'an activity that is late': { Dig: dig({ TimeoutSeconds: 1 }) },
  branches: { Both: { Type: 'Parallel', Branches: [branch(pass)], End: true } },
  'branches of which one fails': {
    Both: { Type: 'Parallel', Branches: [branch(fail), branch({ Wait: wait })], End: true },
  },
  'branches that are all at something when one fails': {
    All: {
      Type: 'Parallel',
      Branches: [
        branch({ Soon: { Type: 'Wait', Seconds: 1, Next: 'Fail' }, ...fail }),
        branch({ Late: call('waits') }),
        branch({ Inline: each({ Wait: wait }, 'INLINE', later) }),
        branch({ Run: each({ Waits: wait }, 'DISTRIBUTED', later) }),
        branch({ Both: { Type: 'Parallel', Branches: [branch({ Waiting: wait })], End: true } }),
      ],
      End: true,
    },
  },
  'a map': { Each: each(pass, 'INLINE', later) },
  'a map that fails': {
    Each: each(
      {
        Which: { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 1, Next: 'Fail' }], Default: 'Wait' },
        ...fail,
        Wait: wait,
      },
      'INLINE',
      later,
    ),
  },
  'a map run': { Each: each(pass, 'DISTRIBUTED', later) },
  'a map run that fails': { Each: each(fail, 'DISTRIBUTED', later) },
  'an expression that fails': { Pass: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% 1 + "a" %}', End: true } },
};

const events: HistoryEvent[] = [];
beforeAll(async () => {
  for (const [name, states] of Object.entries(machines)) events.push(...(await historyOf(name, states)));
  const timedOut = await runMachine({ TimeoutSeconds: 1, States: { Wait: wait } });
  events.push(...timedOut.execution.history(), ...(await stopped()), ...(await redriven()));
});

async function historyOf(name: string, States: object): Promise<readonly HistoryEvent[]> {
  const activities = createActivityPool();
  const clock = createVirtualClock();
  const execution = execute(parseDefinition({ StartAt: Object.keys(States)[0], States }), {
    ...{ clock, seed: 1, activities },
    invokeLambda: async ({ functionName, clock: its }) => {
      if (functionName.endsWith(':fails')) throw new TaskFailure('E', 'C');
      if (functionName.endsWith(':waits')) await its.sleep(60_000);
      return { payload: {} };
    },
    integrations: {
      'aws-sdk:any:works': () => ({ MessageId: '1' }),
      'aws-sdk:any:fails': () => {
        throw new TaskFailure('E', 'C');
      },
      'aws-sdk:any:waits': (_, { clock: its }) => its.sleep(60_000),
      'batch:submitJob': (_, { submitted }) => {
        submitted({ JobId: '1' });
        return { Status: 'SUCCEEDED' };
      },
    },
  });
  if (name.startsWith('an activity') && !name.endsWith('late')) {
    const { taskToken } = await activities.next(activity, 'mole');
    if (name.endsWith('fails')) execution.sendTaskFailure(taskToken, { error: 'E', cause: 'C' });
    else execution.sendTaskSuccess(taskToken, {});
  }
  await execution.result;
  return execution.history();
}

async function stopped(): Promise<readonly HistoryEvent[]> {
  const execution = execute(parseDefinition({ StartAt: 'Wait', States: { Wait: wait } }));
  execution.stop({ error: 'E', cause: 'C' });
  await execution.result;
  return execution.history();
}

async function redriven(): Promise<readonly HistoryEvent[]> {
  const journal = createMemoryJournal();
  const clock = createVirtualClock();
  const definition = { StartAt: 'Each', States: { Each: each(fail, 'DISTRIBUTED', later) } };
  const first = execute(parseDefinition(definition), { journal, clock });
  await first.result;
  const second = redrive(journal, first.executionArn, { clock });
  await second.result;
  return second.history();
}

/** Types that AWS names and that are not written here, and why. */
const never: Readonly<Record<string, string>> = {
  ActivityScheduleFailed: 'a pool takes every task',
  LambdaFunctionScheduleFailed: 'a call that cannot be made fails as one that was',
  LambdaFunctionStartFailed: 'a call that cannot be made fails as one that was',
  MapRunAborted: 'no recording shows where it stands; the Map state is told to be aborted, and the run is ABORTED',
  TaskStartFailed: 'a call that cannot be made fails as one that was',
  TaskSubmitFailed: 'a call that cannot be made fails as one that was',
};

describe('the details of events', () => {
  it('are, of each type that can happen here, those that the API has: its members, and all that it requires', () => {
    const wrong = events.flatMap(wrongWith);
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('are of every type that the API names, but for those that are explained', () => {
    const seen = new Set(events.map(({ type }) => type));
    const missing = Object.values(sfn.HistoryEventType).filter((type) => !seen.has(type));
    expect(missing.sort()).toEqual(Object.keys(never).sort());
  });
});

function wrongWith(event: HistoryEvent): readonly string[] {
  const shape = sfn.HistoryEvent$ as unknown as Structure;
  return [
    ...((Object.values(sfn.HistoryEventType) as readonly string[]).includes(event.type)
      ? []
      : [`${event.type}: no type`]),
    ...wrongMembers(event, shape, event.type),
  ];
}

function wrongMembers(value: object, [, , , , names, schemas, required = 0]: Structure, place: string): string[] {
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  const lacking = names.slice(0, required).filter((name) => !given.some(([member]) => member === name));
  return [
    ...lacking.map((name) => `${place}.${name} is required`),
    ...given.flatMap(([name, member]) => {
      const at = names.indexOf(name);
      return at < 0 ? [`${place}.${name} is no member`] : wrongValue(member, schemas[at], `${place}.${name}`);
    }),
  ];
}

function wrongValue(value: unknown, schema: unknown, place: string): string[] {
  const of = typeof schema === 'function' ? schema() : schema;
  if (Array.isArray(of) && typeof of[1] !== 'string') return wrongValue(value, of[0], place);
  if (Array.isArray(of) && of[0] === 3) return wrongMembers(value as object, of as unknown as Structure, place);
  if (Array.isArray(of) && of[0] === 0) return typeof value === 'string' ? [] : [`${place} is no text`];
  const kinds: Readonly<Record<number, string>> = { 0: 'string', 1: 'number', 2: 'boolean' };
  const kind = typeof of === 'number' ? kinds[of] : undefined;
  if (kind === undefined) return [];
  return typeof value === kind ? [] : [`${place} is no ${kind}`];
}

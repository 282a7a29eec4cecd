import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TaskFailure } from '../../src/index.ts';
import { aServer, machine, prefix, refusal } from './a-server.ts';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const distributed = (fields: object = {}) =>
  machine({
    ...{ Type: 'Map', Label: 'Each', End: true },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Work',
      States: {
        Work: { Type: 'Task', Resource: functionArn, Next: 'Both' },
        Both: {
          ...{ Type: 'Parallel', End: true },
          Branches: ['A', 'B'].map((name) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } })),
        },
      },
    },
    ...fields,
  });

let broken = new Set<number>();
let hold: Promise<void> | undefined;
let running = 0;
let most = 0;
let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer({
    async invokeLambda({ payload }) {
      running++;
      most = Math.max(most, running);
      await hold;
      running--;
      if (broken.has(payload as number)) throw new TaskFailure('Broken', `item ${payload}`);
      return { payload };
    },
  });
});
afterAll(() => server.close());

const mapRunOf = async (executionArn: string) => {
  for (;;) {
    const { mapRuns = [] } = await server.client.send(new sfn.ListMapRunsCommand({ executionArn }));
    if (mapRuns[0]) return mapRuns[0].mapRunArn as string;
  }
};
const childrenOf = async (mapRunArn: string, fields: object = {}) =>
  (await server.client.send(new sfn.ListExecutionsCommand({ mapRunArn, ...fields }))).executions ?? [];
const historyOf = async (executionArn: string, fields: object = {}) =>
  (await server.client.send(new sfn.GetExecutionHistoryCommand({ executionArn, ...fields }))).events ?? [];
const describeRun = (mapRunArn: string) => server.client.send(new sfn.DescribeMapRunCommand({ mapRunArn }));

describe('a Map Run', () => {
  it('goes on when one of its children is stopped', async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    broken = new Set();
    const executionArn = await server.start(await server.create(distributed()), { input: '[1,2,3]' });
    const mapRunArn = await mapRunOf(executionArn);
    const started = async () => {
      for (;;) {
        const children = await childrenOf(mapRunArn, { statusFilter: 'RUNNING' });
        if (children.length === 3) return children;
      }
    };
    const [last] = await started();
    const stopped = { executionArn: last?.executionArn, error: 'Enough', cause: 'by hand' };
    const { stopDate } = await server.client.send(new sfn.StopExecutionCommand(stopped));
    release();
    hold = undefined;
    expect(await server.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[[1,1],[2,2]]' });
    const described = await server.client.send(new sfn.DescribeExecutionCommand({ executionArn: last?.executionArn }));
    expect(described).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'by hand', stopDate });
    const [aborted] = await historyOf(String(last?.executionArn), { reverseOrder: true });
    expect(aborted).toMatchObject({ executionAbortedEventDetails: { error: 'Enough', cause: 'by hand' } });
    expect((await describeRun(mapRunArn)).executionCounts).toMatchObject({ succeeded: 2, aborted: 1, running: 0 });
  });

  it('has child executions that are listed, described, and have histories of their own', async () => {
    broken = new Set([2]);
    const arn = await server.create(distributed({ ToleratedFailureCount: 1, MaxConcurrency: 1 }));
    const executionArn = await server.start(arn, { input: '[1,2,3]' });
    expect(await server.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[[1,1],[3,3]]' });
    const mapRunArn = await mapRunOf(executionArn);
    const children = await childrenOf(mapRunArn);
    expect(children.map(({ status }) => status)).toEqual(['SUCCEEDED', 'FAILED', 'SUCCEEDED']);
    expect(children[0]).toMatchObject({ mapRunArn, itemCount: 1, redriveCount: 0, stateMachineArn: `${arn}/Each` });
    expect(await childrenOf(mapRunArn, { statusFilter: 'FAILED' })).toHaveLength(1);
    const page = await server.client.send(new sfn.ListExecutionsCommand({ mapRunArn, maxResults: 2 }));
    expect(await childrenOf(mapRunArn, { maxResults: 2, nextToken: page.nextToken })).toHaveLength(1);

    const first = children[2]?.executionArn as string;
    const events = await historyOf(first);
    expect(events.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'TaskStateEntered'],
      [3, 2, 'LambdaFunctionScheduled'],
      [4, 3, 'LambdaFunctionStarted'],
      [5, 4, 'LambdaFunctionSucceeded'],
      [6, 5, 'TaskStateExited'],
      [7, 6, 'ParallelStateEntered'],
      [8, 7, 'ParallelStateStarted'],
      [9, 8, 'PassStateEntered'],
      [10, 9, 'PassStateExited'],
      [11, 8, 'PassStateEntered'],
      [12, 11, 'PassStateExited'],
      [13, 12, 'ParallelStateSucceeded'],
      [14, 12, 'ParallelStateExited'],
      [15, 14, 'ExecutionSucceeded'],
    ]);
    expect(events[0]?.executionStartedEventDetails).toMatchObject({ input: '1' });
    expect((await historyOf(first, { reverseOrder: true, maxResults: 1 }))[0]?.type).toBe('ExecutionSucceeded');
    const failed = await server.client.send(
      new sfn.DescribeExecutionCommand({ executionArn: children[1]?.executionArn as string }),
    );
    expect(failed).toMatchObject({
      ...{ status: 'FAILED', error: 'Broken', cause: 'item 2', input: '2', mapRunArn },
      redriveStatus: 'REDRIVABLE_BY_MAP_RUN',
    });
    const of = await server.client.send(new sfn.DescribeStateMachineForExecutionCommand({ executionArn: first }));
    expect(of).toMatchObject({ stateMachineArn: arn, mapRunArn, label: 'Each' });
    const parent = await historyOf(executionArn);
    const ids = parent.map(({ previousEventId }) => previousEventId as number);
    expect(Math.max(...ids)).toBeLessThan(parent.length);
  });

  it('is redriven with its execution: only the children that failed run again, in the histories they have', async () => {
    broken = new Set([2]);
    const executionArn = await server.start(await server.create(distributed()), { input: '[1,2,3]' });
    expect(await server.ended(executionArn)).toMatchObject({ status: 'FAILED' });
    const mapRunArn = await mapRunOf(executionArn);
    expect(await describeRun(mapRunArn)).toMatchObject({ status: 'FAILED', redriveCount: 0 });
    broken = new Set();
    await server.client.send(new sfn.RedriveExecutionCommand({ executionArn }));
    expect(await server.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[[1,1],[2,2],[3,3]]' });
    const described = await describeRun(mapRunArn);
    expect(described).toMatchObject({
      ...{ status: 'SUCCEEDED', redriveCount: 1 },
      itemCounts: { total: 3, succeeded: 3, failed: 0 },
      executionCounts: { total: 3, succeeded: 3 },
    });
    expect(described.redriveDate).toBeInstanceOf(Date);
    const redriven = await childrenOf(mapRunArn, { redriveFilter: 'REDRIVEN' });
    expect(redriven.every(({ status, redriveCount }) => status === 'SUCCEEDED' && redriveCount === 1)).toBe(true);
    expect(redriven.length).toBeGreaterThan(0);
    for (const { executionArn: again } of redriven) {
      const types = (await historyOf(again as string)).map(({ type }) => type);
      expect(types).toContain('ExecutionRedriven');
      expect(types.at(-1)).toBe('ExecutionSucceeded');
    }
    const events = await historyOf(executionArn);
    const told = events.find(({ type }) => type === 'MapRunRedriven');
    expect(told?.mapRunRedrivenEventDetails).toEqual({ mapRunArn, redriveCount: 1 });
    expect(events.filter(({ type }) => type === 'MapRunStarted')).toHaveLength(1);
  });

  it('is updated while it runs: more children at the same time, and more that may fail', async () => {
    broken = new Set([1, 2]);
    most = 0;
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const executionArn = await server.start(await server.create(distributed({ MaxConcurrency: 1 })), {
      input: '[1,2,3,4]',
    });
    const mapRunArn = await mapRunOf(executionArn);
    const update = (fields: object) => server.client.send(new sfn.UpdateMapRunCommand({ mapRunArn, ...fields }));
    while (running < 1) await new Promise((resolve) => setImmediate(resolve));
    await update({ maxConcurrency: 3, toleratedFailureCount: 2 });
    while (running < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(await describeRun(mapRunArn)).toMatchObject({
      ...{ maxConcurrency: 3, toleratedFailureCount: 2, status: 'RUNNING' },
      itemCounts: { running: 3, pending: 1, total: 4 },
    });
    release();
    expect(await server.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[[3,3],[4,4]]' });
    expect(most).toBe(3);
    hold = undefined;
    expect(await refusal(update({ maxConcurrency: 1 }))).toMatch(/^ValidationException: Map Run is SUCCEEDED/);
    expect(await refusal(update({ toleratedFailurePercentage: 101 }))).toMatch(/^ValidationException/);
  });

  it('counts items where children take several', async () => {
    broken = new Set();
    const definition = distributed({
      ItemBatcher: { MaxItemsPerBatch: 2 },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        ...{ StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
      },
    });
    const executionArn = await server.start(await server.create(definition), { input: '[1,2,3]' });
    await server.ended(executionArn);
    expect(await describeRun(await mapRunOf(executionArn))).toMatchObject({
      itemCounts: { total: 3, succeeded: 3 },
      executionCounts: { total: 2, succeeded: 2 },
    });
  });

  it('that is stopped with its execution leaves no child that runs', async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const executionArn = await server.start(await server.create(distributed()), { input: '[1]' });
    const mapRunArn = await mapRunOf(executionArn);
    while (running < 1) await new Promise((resolve) => setImmediate(resolve));
    await server.client.send(new sfn.StopExecutionCommand({ executionArn }));
    expect(await childrenOf(mapRunArn)).toMatchObject([{ status: 'ABORTED' }]);
    release();
    hold = undefined;
  });

  it('that there is not is refused by name', async () => {
    const unknown = `${prefix}:mapRun:m/L:1`;
    expect(await refusal(describeRun(unknown))).toBe(`ResourceNotFound: Resource not found: '${unknown}'`);
    expect(await refusal(describeRun('odd'))).toMatch(/^InvalidArn/);
    expect(await refusal(childrenOf(unknown))).toMatch(/^ResourceNotFound/);
    expect(await refusal(server.client.send(new sfn.ListExecutionsCommand({})))).toBe(
      'ValidationException: 1 validation error detected: Must provide a StateMachine ARN or MapRun ARN',
    );
  });
});

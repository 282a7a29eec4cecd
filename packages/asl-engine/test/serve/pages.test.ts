import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aServer, machine, pass, refusal, roleArn } from './a-server.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const waiting = machine({ Type: 'Wait', Seconds: 3600, End: true });
const stop = (executionArn: string) => server.client.send(new sfn.StopExecutionCommand({ executionArn }));
const namesOf = async (stateMachineArn: string, fields: object = {}) => {
  const { executions = [], nextToken } = await server.client.send(
    new sfn.ListExecutionsCommand({ stateMachineArn, ...fields }),
  );
  return { names: executions.map(({ name }) => name), nextToken };
};
/** The server's clock has moved on, so that what comes next is later. */
const aMoment = async () => {
  const before = Date.now();
  while (Date.now() === before) await new Promise((resolve) => setImmediate(resolve));
};

it('executions are listed the latest first: those that run by their start, others by their end', async () => {
  const arn = await server.create(waiting);
  const started = new Map<string, string>();
  const start = async (name: string) => {
    started.set(name, await server.start(arn, { name }));
    await aMoment();
  };
  for (const name of ['x', 'y', 'w']) await start(name);
  expect((await namesOf(arn)).names).toEqual(['w', 'y', 'x']);
  await stop(started.get('y') ?? '');
  await aMoment();
  await start('z');
  await stop(started.get('x') ?? '');
  expect((await namesOf(arn)).names).toEqual(['x', 'z', 'y', 'w']);
});

it('a page goes on after the last item given, whatever was added meanwhile', async () => {
  const arn = await server.create(waiting);
  for (const name of ['a', 'b', 'c']) {
    await server.start(arn, { name });
    await aMoment();
  }
  const first = await namesOf(arn, { maxResults: 1 });
  await server.start(arn, { name: 'd' });
  const second = await namesOf(arn, { maxResults: 1, nextToken: first.nextToken });
  expect([first.names, second.names]).toEqual([['c'], ['b']]);
});

/** Starts these one after the other; gives the machine and the executions by name. */
const startedInTurn = async (names: string) => {
  const arn = await server.create(waiting);
  const arns: Record<string, string> = {};
  for (const name of names) {
    arns[name] = await server.start(arn, { name });
    await aMoment();
  }
  return {
    arn,
    change: (wanted: string, work: (arn: string) => unknown) => inTurn(wanted, (one) => work(arns[one] ?? '')),
  };
};
const inTurn = async (names: string, work: (name: string) => unknown) => {
  for (const name of names) {
    await work(name);
    await aMoment();
  }
};
/** The names on all pages of two; something happens after the first. */
const pagesOf = async (arn: string, fields: object, meanwhile: () => Promise<void>) => {
  let page = await namesOf(arn, { ...fields, maxResults: 2 });
  const pages = [page.names.join('')];
  await meanwhile();
  while (page.nextToken !== undefined) {
    page = await namesOf(arn, { ...fields, maxResults: 2, nextToken: page.nextToken });
    pages.push(page.names.join(''));
  }
  return pages;
};
const redrive = (executionArn: string) => server.client.send(new sfn.RedriveExecutionCommand({ executionArn }));

it('an execution that ends between two pages is on one of them', async () => {
  const { arn, change } = await startedInTurn('abcdef');
  expect(await pagesOf(arn, {}, () => change('bcf', stop))).toEqual(['fe', 'dc', 'ba']);
});

it('a page goes on after the last item given, which the filter leaves out meanwhile', async () => {
  const { arn, change } = await startedInTurn('abcdef');
  const pages = await pagesOf(arn, { statusFilter: 'RUNNING' }, () => change('ef', stop));
  expect(pages).toEqual(['fe', 'dc', 'ba']);
});

it('an execution that is redriven is listed by that, and stays on its page when that happens between two', async () => {
  const { arn, change } = await startedInTurn('abcdef');
  await change('fedcba', stop);
  expect(await pagesOf(arn, {}, () => change('df', redrive))).toEqual(['ab', 'cd', 'ef']);
  expect((await namesOf(arn)).names.join('')).toBe('fdabce');
});

it('pages of a history from its end do not see what happens after the first of them', async () => {
  const executionArn = await server.start(await server.create(waiting));
  const page = (nextToken?: string) =>
    server.client.send(
      new sfn.GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1, nextToken }),
    );
  const first = await page();
  await stop(executionArn);
  const second = await page(first.nextToken);
  expect([first, second].map(({ events }) => events?.map(({ type }) => type))).toEqual([
    ['WaitStateEntered'],
    ['ExecutionStarted'],
  ]);
  expect(second.nextToken).toBeUndefined();
});

it.each<[string, object]>([
  ['another maxResults', { maxResults: 2 }],
  ['the other order', { reverseOrder: true }],
  ['without data', { includeExecutionData: false }],
])('a token is refused with %s than it was given for', async (_, otherwise) => {
  const executionArn = await server.start(await server.create(machine(pass)));
  await server.ended(executionArn);
  const request = { executionArn, maxResults: 1 };
  const { nextToken } = await server.client.send(new sfn.GetExecutionHistoryCommand(request));
  const asked = server.client.send(new sfn.GetExecutionHistoryCommand({ ...request, nextToken, ...otherwise }));
  expect(await refusal(asked)).toBe("InvalidToken: Invalid Token: 'Input inconsistent with page token'");
});

it('a machine that is created again with another description of its version is another one', async () => {
  const create = (versionDescription: string) =>
    server.client.send(
      new sfn.CreateStateMachineCommand({
        ...{ name: 'described', definition: machine(pass), roleArn, publish: true, versionDescription },
      }),
    );
  const { stateMachineVersionArn } = await create('one');
  expect((await create('one')).stateMachineVersionArn).toBe(stateMachineVersionArn);
  expect(await refusal(create('two'))).toMatch(/^StateMachineAlreadyExists/);
});

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

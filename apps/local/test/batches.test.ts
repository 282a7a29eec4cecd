import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
} from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import { readAssembly, synthesizedHere } from '../src/assembly/read-assembly.ts';
import { batchAt, orderLine, resultOf, sendBatch } from './batch-client.ts';
import { keptWorld } from './kept-world.ts';
import { runOrder } from './run-command.ts';
import { serve } from './serve.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('places a batch line by line, says how it stands, and gives the result of each line', async () => {
  const world = keptWorld();
  const { endpoint, client, stateMachineArn } = await serve(world.folder);
  const at = () => endpoint;
  const lines = [orderLine('b-1'), '', '{', orderLine('b-2', { items: [] }), orderLine('b-1'), orderLine('b-3')];
  const body = gzipSync(lines.join('\n'));
  const sent = await sendBatch(at, 'cart-file-1', body, { 'content-encoding': 'gzip' });
  const location = sent.headers.get('location') ?? '';
  expect([sent.status, location]).toEqual([202, expect.stringMatching(/^\/batches\/[\w-]{43}$/)]);
  await expect.poll(async () => (await batchAt(at, location)).progress, { interval: 100 }).toBe('ended');
  expect(await batchAt(at, location)).toMatchObject({ lines: 5, answered: 5, statuses: { 202: 3, 400: 1, 422: 1 } });
  expect(await resultOf(at, location)).toMatchObject([
    { line: 1, status: 202, orderId: 'b-1' },
    { line: 3, status: 400, problem: { detail: expect.stringContaining('Line 3 is not JSON') } },
    { line: 4, status: 422, problem: { detail: 'One thing is wrong with it' } },
    { line: 5, status: 202, orderId: 'b-1' },
    { line: 6, status: 202, orderId: 'b-3' },
  ]);
  for (const orderId of ['b-1', 'b-3']) {
    const show = async () =>
      ((await (await fetch(`${endpoint}/orders/${orderId}`)).json()) as { status: string }).status;
    await expect.poll(show, { interval: 100 }).toBe('fulfilled');
    expect(await world.ledgers(orderId)).toMatchObject({ charges: 1, shipments: 1 });
  }
  // What works on a batch is an execution of a machine of its own, and in no list of orders.
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
  expect(executions).toHaveLength(2);
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  const [, , { stateMachineArn: arn } = {}] = stateMachines;
  const { stateMachine, cancellation, orderApi } = readAssembly(synthesizedHere());
  expect(arn).toBe(orderApi?.batches?.stateMachine.arn);
  await expect(
    client.send(new DescribeStateMachineCommand({ stateMachineArn: `${arn}:1` })),
    'a version of it',
  ).rejects.toMatchObject({
    name: 'StateMachineDoesNotExist',
    message: `State Machine Does Not Exist: '${arn}:1'; here is ${stateMachine.arn} and ${cancellation?.arn}`,
  });
  const batches = await client.send(new ListExecutionsCommand({ stateMachineArn: arn }));
  expect(batches.executions).toMatchObject([{ status: 'SUCCEEDED', name: expect.stringMatching(/^api-batch-/) }]);
  const { executionArn } = batches.executions?.[0] ?? {};
  const { input, output } = await client.send(new DescribeExecutionCommand({ executionArn }));
  expect([input, output]).toEqual(Array(2).fill(`{"batchId":"${location.slice('/batches/'.length)}","parts":1}`));
  const logs = await fetch(`${endpoint}/_local/logs?${new URLSearchParams({ executionArn: executionArn ?? '' })}`);
  expect(logs.status).toBe(200);
  const again = await sendBatch(at, 'cart-file-1', body, { 'content-encoding': 'gzip' });
  expect([again.status, again.headers.get('location')]).toEqual([202, location]);
  const other = await sendBatch(at, 'cart-file-1', orderLine('b-4'));
  expect(other.status).toBe(422);
  const plainly = await fetch(`${endpoint}${location}/result`, { headers: { 'accept-encoding': 'identity' } });
  expect([plainly.headers.get('content-encoding'), plainly.headers.get('content-type')]).toEqual([
    null,
    'application/jsonl',
  ]);
});

it('goes on with a batch when the server was killed, and with no other command; reset forgets it', async () => {
  const world = keptWorld();
  let server = await serve(world.folder);
  const at = () => server.endpoint;
  const ids = Array.from({ length: 130 }, (_, index) => `k-${index + 1}`);
  const body = ids.map((orderId) => orderLine(orderId)).join('\n');
  const sent = await sendBatch(at, 'killed', body);
  const location = sent.headers.get('location') ?? '';
  server.kill('SIGKILL');
  await server.ended;
  const { exitCode } = await world.order(['place', '--fast-forward', '-'], orderLine('by-hand'));
  expect(exitCode).toBe(0);
  server = await serve(world.folder);
  await expect.poll(async () => (await batchAt(at, location)).progress, { interval: 200 }).toBe('ended');
  const result = await resultOf(at, location);
  expect(result.map(({ status, orderId }) => [status, orderId])).toEqual(ids.map((orderId) => [202, orderId]));
  server.kill('SIGTERM');
  await server.ended;
  await world.order(['reset']);
  server = await serve(world.folder);
  expect((await fetch(`${at()}${location}`)).status).toBe(404);
});

it('has a definition that only a server reads: another command runs beside one that is wrong', async () => {
  const folder = join(temporaryFolder(), 'cdk.out');
  cpSync(synthesizedHere(), folder, { recursive: true });
  const file = join(folder, 'OrderApi.template.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('StartAt', 'StratAt'));
  const env = { ORDER_WORKFLOW_ASSEMBLY: folder };
  const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));
  expect((await runOrder(['place', '--fresh', sample], '', env)).exitCode).toBe(0);
  expect(await runOrder(['serve', '--port', '0'], '', env)).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining("Field 'StratAt' is not supported"),
  });
});

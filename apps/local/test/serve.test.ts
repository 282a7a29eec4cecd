import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DescribeExecutionCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sfnClient } from './api-world.ts';
import { keptWorld } from './kept-world.ts';
import { startOrder } from './run-command.ts';
import { type Server, serve } from './serve.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** `order serve` as a process of its own: how it begins and ends, and what outlives it. */

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));
const endedWell = { exitCode: 0, written: expect.stringMatching(/\nStopped\.\n$/) };
const paidAndShipped = { held: 3998, charges: 1, shipments: 1 };

async function start({ client, stateMachineArn }: Server, orderId = '12345') {
  const order = anOrder().with({ orderId }).build();
  const command = { stateMachineArn, name: `order-${orderId}`, input: JSON.stringify(order) };
  const { executionArn } = await client.send(new StartExecutionCommand(command));
  return executionArn ?? expect.fail('no ARN');
}

async function reached({ client }: Server, executionArn: string, status: string) {
  const describe = () => client.send(new DescribeExecutionCommand({ executionArn }));
  await expect.poll(async () => (await describe()).status, { interval: 100 }).toBe(status);
  return describe();
}

describe('order serve', () => {
  it('says where it listens, and how to call it, and ends well by SIGINT when nothing is under way', async () => {
    const server = startOrder(['serve', '--port', '0'], temporaryFolder());
    onTestFinished(() => void server.kill('SIGKILL'));
    await server.wrote('AWS_DEFAULT_REGION');
    const [, endpoint = ''] = /at (http:\/\/127\.0\.0\.1:\d+) until/.exec(server.written()) ?? [];
    const client = sfnClient(endpoint);
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    const arn = stateMachines?.[0]?.stateMachineArn;
    expect(server.written()).toContain(
      `aws stepfunctions start-execution --endpoint-url ${endpoint} --name order-12345 --state-machine-arn ${arn} --input "file://${sample}"\n`,
    );
    client.destroy();
    server.kill('SIGINT');
    expect(await server.ended).toMatchObject(endedWell);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'leaves to the next server what is under way when it is ended by %s: nothing is done twice',
    async (signal) => {
      const world = keptWorld();
      const first = await serve(world.folder, '--fault', 'shipping=throttled:3');
      const executionArn = await start(first);
      await expect.poll(async () => (await world.ledgers('12345')).charges, { interval: 500 }).toBe(1);
      first.kill(signal);
      const { exitCode, written } = await first.ended;
      if (signal === 'SIGTERM') {
        expect(exitCode).toBe(0);
        expect(written).toContain(
          'Stopped. The execution under way goes on with the next pnpm order place, redrive or serve.\n',
        );
      }
      const second = await serve(world.folder);
      const { output } = await reached(second, executionArn, 'SUCCEEDED');
      expect(JSON.parse(output ?? '')).toMatchObject({ outcome: 'fulfilled' });
      await second.wrote('  order-12345: fulfilled\n');
      expect(await world.ledgers('12345')).toEqual(paidAndShipped);
    },
  );

  it('redrives what failed under a fault, when the fault is gone, and ends well by SIGTERM before', async () => {
    const world = keptWorld();
    const broken = await serve(world.folder, '--fault', 'validate=defect');
    const executionArn = await start(broken);
    await reached(broken, executionArn, 'FAILED');
    broken.kill('SIGTERM');
    expect(await broken.ended).toMatchObject(endedWell);
    const mended = await serve(world.folder);
    await mended.client.send(new RedriveExecutionCommand({ executionArn }));
    await reached(mended, executionArn, 'SUCCEEDED');
    expect(await world.ledgers('12345')).toEqual(paidAndShipped);
    expect((await world.order(['show', '12345'])).stdout).toContain('fulfilled · charged and shipped');
  });

  it('works alone in its folder, while others read there', async () => {
    const world = keptWorld();
    const server = await serve(world.folder);
    await reached(server, await start(server), 'SUCCEEDED');
    expect((await world.order(['list'])).stdout).toContain('order-12345');
    const placing = startOrder(['place', sample], world.folder);
    await placing.wrote(
      `The server at ${server.endpoint} (pnpm console, or pnpm order serve) works in ${world.folder}: waiting for it to end …`,
    );
    server.kill('SIGTERM');
    // The order is the one that the server ran, under the same name.
    expect(await placing.ended).toMatchObject({ exitCode: 0, written: expect.stringContaining('was placed before') });
  });

  it('says in one line that its port is taken, and starts nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const world = keptWorld(join(temporaryFolder(), 'data'));
    expect(await world.order(['serve', '--port', String(port)])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `Port ${port} cannot be used: another program listens there. Choose another with --port; 0 is any that is free\n`,
    });
    expect(existsSync(world.folder)).toBe(false);
  });

  it.each([
    [['--port', '65536'], /Expected a port, 0 to 65535/],
    [['--port', 'x'], /Expected a port/],
    [['--port', '0', '--fault', 'x'], /"x" is not a fault/],
  ])('refuses %j before it begins', async (args, message) => {
    const { exitCode, stdout, stderr } = await keptWorld().order(['serve', ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

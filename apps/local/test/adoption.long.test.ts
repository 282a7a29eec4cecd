import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlatform } from '../src/platform/platform.ts';
import { startTables } from '../src/tables/start-tables.ts';
import { apiWorld } from './api-world.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The table of a deployment of its own, which knows nothing yet of what was placed. */
const definition = {
  AttributeDefinitions: [{ AttributeName: 'orderId', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
};

/** Step Functions and DynamoDB of this machine, with orders that ended in each way, and the program that adopts them. */
async function anAccount() {
  const held = Promise.withResolvers<never>();
  const platform = await startPlatform({
    virtualLimits: true,
    // One order is never shipped, so that its execution runs on.
    aroundFunctions: (invoke) => (name, payload, options) =>
      name.includes('ShipOrder') && JSON.stringify(payload).includes('"runs"')
        ? held.promise
        : invoke(name, payload, options),
  });
  const tables = await startTables([{ name: 'Deployed', arn: '', definition }]);
  onTestFinished(async () => {
    await tables.close();
    await platform.close();
  });
  const api = await apiWorld(platform);
  const place = async (name: string, order: object) => {
    const input = JSON.stringify(order);
    await api.client.send(new StartExecutionCommand({ stateMachineArn: api.stateMachineArn, name, input }));
  };
  const progress = join(temporaryFolder(), 'adoption.json');
  const bin = fileURLToPath(new URL('../../../infra/bin/adopt-orders.ts', import.meta.url));
  return {
    ...api,
    place,
    async allEnded() {
      while (api.workflow.underWay() > 0) await sleep(1);
    },
    /** Runs the program; its exit code and what it said. */
    adopt: (args: readonly string[]) =>
      new Promise<{ readonly exitCode: number; readonly said: string }>((resolve) => {
        const env = {
          PATH: process.env['PATH'],
          ORDER_FINGERPRINT_KEY: 'a key of at least thirty-two characters',
          AWS_ACCESS_KEY_ID: 'local',
          AWS_SECRET_ACCESS_KEY: 'local',
          AWS_ENDPOINT_URL_SFN: api.url,
          AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint,
        };
        const flags = ['--conditions=@order-workflow/source', bin, '--progress', progress];
        execFile(process.execPath, [...flags, ...args], { env }, (error, stdout, stderr) => {
          resolve({ exitCode: Number(error?.code ?? 0), said: stdout + stderr });
        });
      }),
    /** Each order in the table, with how it stands, whose it is and how often it was written. */
    async orders() {
      const items = (await tables.items('Deployed')) as readonly Record<string, { S: string; N: string }>[];
      return Object.fromEntries(
        items.map(({ orderId, status, ownerId, revision }) => [
          orderId?.S,
          `${status?.S} by ${ownerId?.S.split(':').at(-1)}, ${revision?.N}`,
        ]),
      );
    },
  };
}

const order = (orderId: string, fields: object = {}) =>
  anOrder()
    .with({ orderId, ...fields })
    .build();

describe('orders from before the order store', () => {
  it('are written into the table as Step Functions tells of them, once, and none that holds nothing for want of a claim', async () => {
    const { place, adopt, orders, allEnded, stateMachineArn } = await anAccount();
    await place('one', order('kept'));
    await place('two', order('declined', { paymentToken: 'sim-declined' }));
    await place('three', { ...order('rejected'), items: [] });
    await place('four', order('stuck', { paymentToken: 'sim-timeout-refund-unavailable' }));
    await place('five', { nothing: 'that can be known' });
    await allEnded();
    // Other content under an id whose card was declined: in that release, the same key and the same answer.
    await place('six', order('declined', { paymentToken: 'sim-expired-card' }));
    await allEnded();
    await place('seven', order('runs'));

    const args = ['--state-machine', stateMachineArn, '--table', 'Deployed'];
    expect(await adopt(args)).toEqual({
      exitCode: 0,
      said: expect.stringMatching(/^Wrote 5 items of orders .* from 7 executions\.\n$/),
    });
    const written = {
      kept: 'fulfilled by one, 1',
      declined: expect.stringMatching(/^declined by six, [12]$/),
      rejected: 'rejected by three, 1',
      stuck: 'open by four, 1',
      runs: 'open by seven, 1',
    };
    const first = await orders();
    expect(first).toEqual(written);
    expect((await adopt([...args, '--claimed'])).exitCode).toBe(0);
    expect(await orders()).toEqual(first);
  });

  it.each([
    [
      'Nowhere',
      'that',
      /^table Nowhere answered PutItem with ResourceNotFoundException.*dynamodb:PutItem.*Run the same/s,
    ],
    ['Deployed', 'another', /^AWS answered StateMachineDoesNotExist/],
  ])(
    'are not looked for where there is nothing, which is said: table %s, %s state machine',
    async (table, which, said) => {
      const { place, adopt, allEnded, stateMachineArn } = await anAccount();
      await place('one', order('kept'));
      await allEnded();
      const machine = which === 'that' ? stateMachineArn : `${stateMachineArn}-${which}`;
      const done = await adopt(['--state-machine', machine, '--table', table]);
      expect(done).toEqual({ exitCode: 2, said: expect.stringMatching(said) });
    },
  );

  it('ask for what the program needs', async () => {
    const { adopt } = await anAccount();
    expect(await adopt([])).toEqual({ exitCode: 2, said: expect.stringMatching(/^Usage: .*--table NAME/s) });
  });
});

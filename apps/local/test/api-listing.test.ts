import {
  ListExecutionsCommand,
  type ListExecutionsCommandInput,
  paginateListExecutions,
  RedriveExecutionCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { type ApiWorld, apiWorld } from './api-world.ts';
import { faultAt } from './fault-at.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ virtualLimits: true });
});
afterEach(() => platform.switchboard.clear());
afterAll(() => platform.close());

/** Starts executions of these names one after the other; each ends before the next begins. */
async function run(world: ApiWorld, ...names: string[]) {
  for (const name of names) {
    await world.client.send(new StartExecutionCommand({ stateMachineArn: world.stateMachineArn, name }));
    await idle(world);
  }
}

async function idle({ journal }: ApiWorld) {
  await expect.poll(() => journal.running(), { interval: 10 }).toEqual([]);
}

async function list({ client, stateMachineArn }: ApiWorld, asked: Partial<ListExecutionsCommandInput> = {}) {
  const { executions = [], nextToken } = await client.send(new ListExecutionsCommand({ stateMachineArn, ...asked }));
  return { executions, names: executions.map(({ name }) => name), nextToken };
}

describe('executions', () => {
  it('are listed the latest first, with how each stands', async () => {
    const world = await apiWorld(platform);
    await run(world, 'a', 'b');
    const { executions, names, nextToken } = await list(world);
    expect([names, nextToken]).toEqual([['b', 'a'], undefined]);
    expect(executions[1]).toEqual({
      executionArn: world.executionArn('a'),
      stateMachineArn: world.stateMachineArn,
      name: 'a',
      status: 'SUCCEEDED',
      startDate: expect.any(Date),
      stopDate: expect.any(Date),
      redriveCount: 0,
    });
  });

  it('are paged through whole, whatever begins meanwhile', async () => {
    const world = await apiWorld(platform);
    await run(world, 'a', 'b', 'c', 'd', 'e');
    const { client, stateMachineArn } = world;
    const pages: (string | undefined)[][] = [];
    for await (const { executions = [] } of paginateListExecutions({ client, pageSize: 2 }, { stateMachineArn })) {
      pages.push(executions.map(({ name }) => name));
      if (pages.length === 1) await run(world, 'later');
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  it('come a hundred at a time unless asked otherwise', async () => {
    const world = await apiWorld(platform);
    const names = Array.from({ length: 101 }, (_, index) => `n${index}`);
    await Promise.all(names.map((name) => world.workflow.start({}, name)));
    const [unasked, zero] = [await list(world), await list(world, { maxResults: 0 })];
    for (const page of [unasked, zero]) expect(page).toMatchObject({ executions: { length: 100 } });
    expect(zero.nextToken).toBeDefined();
    await idle(world);
  });

  it('are filtered by status and by redrive', async () => {
    const world = await apiWorld(platform);
    await run(world, 'well');
    platform.switchboard.set([faultAt('validate=defect')]);
    await run(world, 'failed', 'redriven');
    await world.client.send(new RedriveExecutionCommand({ executionArn: world.executionArn('redriven') }));
    await idle(world);
    const names = async (asked: Partial<ListExecutionsCommandInput>) => (await list(world, asked)).names;
    expect(await names({ statusFilter: 'FAILED' })).toEqual(['redriven', 'failed']);
    expect(await names({ statusFilter: 'SUCCEEDED' })).toEqual(['well']);
    expect(await names({ statusFilter: 'RUNNING' })).toEqual([]);
    expect(await names({ redriveFilter: 'REDRIVEN' })).toEqual(['redriven']);
    expect(await names({ redriveFilter: 'NOT_REDRIVEN', statusFilter: 'FAILED' })).toEqual(['failed']);
    const { executions } = await list(world, { redriveFilter: 'REDRIVEN' });
    expect(executions).toMatchObject([{ redriveCount: 1, redriveDate: expect.any(Date) }]);
  });
});

describe('a name', () => {
  it('is free again 90 days after its execution ended: the new one is the latest, and the only one of that name', async () => {
    const clock = createVirtualClock({ start: Date.now() });
    const world = await apiWorld(platform, { clock });
    await run(world, 'a', 'b');
    const [, first] = (await list(world)).executions;
    await clock.sleep(90 * 24 * 3600 * 1000 - 60_000);
    await expect(run(world, 'a')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await clock.sleep(120_000);
    await run(world, 'a');
    const { names, executions } = await list(world);
    expect(names).toEqual(['a', 'b']);
    expect(executions[0]?.startDate?.getTime()).toBeGreaterThan(first?.stopDate?.getTime() ?? Number.NaN);
  });
});

describe('a page token', () => {
  async function secondPage() {
    const clock = createVirtualClock({ start: Date.now() });
    const world = await apiWorld(platform, { clock });
    await run(world, 'a', 'b');
    const { nextToken = '' } = await list(world, { maxResults: 1 });
    return { world, nextToken, clock };
  }
  const refused = (why: RegExp) => ({ name: 'InvalidToken', message: expect.stringMatching(why) });

  it('is good for the question it was given for, and another size of the page', async () => {
    const { world, nextToken } = await secondPage();
    expect(await list(world, { nextToken, maxResults: 5 })).toMatchObject({ names: ['a'] });
    await expect(list(world, { nextToken, statusFilter: 'FAILED' })).rejects.toMatchObject(refused(/another question/));
  });

  it('is good for a day', async () => {
    const { world, nextToken, clock } = await secondPage();
    await clock.sleep(24 * 3600 * 1000 - 1000);
    expect(await list(world, { nextToken })).toMatchObject({ names: ['a'] });
    await clock.sleep(2000);
    await expect(list(world, { nextToken })).rejects.toMatchObject(refused(/24 hours/));
  });

  it.each(['x', 'bnVsbA', Buffer.from('{"of":"","place":1,"at":0,"more":1}').toString('base64url')])(
    'that is none is refused: %s',
    async (nextToken) => {
      await expect(list(await apiWorld(platform), { nextToken })).rejects.toMatchObject(refused(/not a token/));
    },
  );
});

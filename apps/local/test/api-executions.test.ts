import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  RedriveExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { type ApiWorld, apiWorld } from './api-world.ts';
import { faultAt } from './fault-at.ts';
import { standingClock } from './standing-clock.ts';

/** The Step Functions API as the official client sees it, one order at a time. */

let platform: Platform;
let orders = 0;
beforeAll(async () => {
  platform = await startPlatform({ simulators: {}, virtualLimits: true });
});
afterEach(() => platform.switchboard.clear());
afterAll(() => platform.close());

const newOrder = () =>
  anOrder()
    .with({ orderId: `api-${++orders}` })
    .build();

/** Starts an order under the name that the command line gives it; gives the ARN. */
async function start({ client, stateMachineArn }: ApiWorld, order = newOrder(), name = `order-${order.orderId}`) {
  const input = JSON.stringify(order);
  const started = await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  return { ...started, executionArn: started.executionArn ?? expect.fail('no ARN'), name, input };
}

/** Waits until an execution has ended, and describes it. */
async function ended({ client }: ApiWorld, executionArn: string) {
  const describe = () => client.send(new DescribeExecutionCommand({ executionArn }));
  await expect.poll(async () => (await describe()).status, { interval: 20 }).not.toBe('RUNNING');
  return describe();
}

describe('the state machine', () => {
  it('is listed with the one that cancels, and each is described with the definition that runs', async () => {
    const { client, stateMachineArn } = await apiWorld(platform);
    const { stateMachines, nextToken } = await client.send(new ListStateMachinesCommand({}));
    const { name, definition, roleArn } = platform.assembly.stateMachine;
    const about = { stateMachineArn, name, type: 'STANDARD', creationDate: expect.any(Date) };
    const cancels = platform.assembly.cancellation!;
    const other = { ...about, stateMachineArn: cancels.arn, name: cancels.name };
    expect({ stateMachines, nextToken }).toEqual({ stateMachines: [about, other], nextToken: undefined });
    const first = await client.send(new ListStateMachinesCommand({ maxResults: 1 }));
    expect(first.stateMachines).toEqual([about]);
    const second = await client.send(new ListStateMachinesCommand({ maxResults: 1, nextToken: first.nextToken }));
    expect(second).toMatchObject({ stateMachines: [other] });
    expect(second.nextToken).toBeUndefined();
    expect(await client.send(new DescribeStateMachineCommand({ stateMachineArn: cancels.arn }))).toMatchObject({
      ...other,
      definition: cancels.definition,
    });
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(described).toMatchObject({ ...about, status: 'ACTIVE', definition, roleArn });
    expect(roleArn).toMatch(/^arn:aws:iam::000000000000:role\//);
    expect(described.creationDate?.getTime()).toBeLessThan(Date.now());
    const metadata = new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' });
    expect(await client.send(metadata)).toMatchObject({ ...about, definition: '{}' });
  });
});

describe('an execution', () => {
  it('is started, runs the built functions, and is described with its output', async () => {
    const world = await apiWorld(platform);
    const { executionArn, startDate, name, input } = await start(world);
    expect(executionArn).toBe(world.executionArn(name));
    const described = await ended(world, executionArn);
    expect(described).toMatchObject({
      ...{ executionArn, name, stateMachineArn: world.stateMachineArn, status: 'SUCCEEDED', startDate },
      ...{ inputDetails: { included: true }, outputDetails: { included: true }, redriveCount: 0 },
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
    expect(JSON.parse(described.input ?? '')).toEqual(JSON.parse(input));
    expect(JSON.parse(described.output ?? '')).toMatchObject({ outcome: 'fulfilled' });
    expect(described.stopDate?.getTime()).toBeGreaterThanOrEqual(startDate?.getTime() ?? Number.NaN);
    const metadata = new DescribeExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' });
    const short = await world.client.send(metadata);
    expect(short).toMatchObject({ status: 'SUCCEEDED', name });
    expect([short.input, short.output, short.inputDetails]).toEqual([undefined, undefined, undefined]);
  });

  it('has a UUID for its name when it is given none, and {} for its input', async () => {
    const world = await apiWorld(platform);
    const { stateMachineArn, client } = world;
    const { executionArn = '' } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    expect(executionArn).toMatch(/:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const { input, output } = await ended(world, executionArn);
    expect(input).toBe('{}');
    expect(JSON.parse(output ?? '')).toMatchObject({ outcome: 'rejected' });
  });

  it('shows its history page by page, in both directions', async () => {
    const world = await apiWorld(platform);
    const { executionArn } = await start(world);
    await ended(world, executionArn);
    const pages = async (reverseOrder: boolean) => {
      const events = [];
      const asked = { executionArn, reverseOrder, maxResults: 7 };
      for await (const page of paginateGetExecutionHistory({ client: world.client }, asked)) {
        expect(page.events?.length).toBeLessThanOrEqual(7);
        events.push(...(page.events ?? []));
      }
      return events;
    };
    const [up, down] = [await pages(false), await pages(true)];
    const whole = await world.client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(whole.nextToken).toBeUndefined();
    expect(up).toEqual(whole.events);
    expect(down).toEqual(up.toReversed());
    expect(up.length).toBeGreaterThan(20);
    expect(up[0]).toMatchObject({ id: 1, type: 'ExecutionStarted', timestamp: expect.any(Date) });
    expect(up.at(-1)).toMatchObject({ type: 'ExecutionSucceeded' });
    expect(up.map(({ id }) => id)).toEqual(up.map((_, index) => index + 1));
  });

  it('shows a history that ends with a full page as one page', async () => {
    const world = await apiWorld(platform);
    const { executionArn } = await start(world);
    await ended(world, executionArn);
    const { events = [] } = await world.client.send(new GetExecutionHistoryCommand({ executionArn }));
    const asked = new GetExecutionHistoryCommand({ executionArn, maxResults: events.length });
    expect((await world.client.send(asked)).nextToken).toBeUndefined();
  });

  it('shows its history without the data when that is not wanted', async () => {
    const world = await apiWorld(platform);
    const order = { ...newOrder(), customerEmail: 'marked@example.com' };
    const { executionArn } = await start(world, order);
    await ended(world, executionArn);
    const history = async (includeExecutionData: boolean) =>
      JSON.stringify(
        (await world.client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData }))).events,
      );
    expect(await history(true)).toContain('marked@example.com');
    const bare = await history(false);
    for (const absent of ['marked', 'fulfilled', '"input', '"output', '"parameters'])
      expect(bare).not.toContain(absent);
    for (const present of ['Ship Order', 'TaskSucceeded', '"resource":"invoke"']) expect(bare).toContain(present);
  });

  it('knows the state machine that it runs', async () => {
    const world = await apiWorld(platform);
    const { executionArn, startDate } = await start(world);
    const command = new DescribeStateMachineForExecutionCommand({ executionArn });
    const described = await world.client.send(command);
    const { name, roleArn, definition } = platform.assembly.stateMachine;
    expect(described).toMatchObject({ stateMachineArn: world.stateMachineArn, name, roleArn });
    expect(JSON.parse(described.definition ?? '')).toEqual(JSON.parse(definition));
    expect(described.updateDate?.getTime()).toBeLessThanOrEqual(startDate?.getTime() ?? Number.NaN);
    await ended(world, executionArn);
  });
});

describe('two starts with one name', () => {
  it('are one execution while it runs, whatever the order of the fields', async () => {
    const world = await apiWorld(platform, { clock: standingClock() });
    platform.switchboard.set([faultAt('shipping=throttled')]);
    const order = newOrder();
    const first = await start(world, order);
    const { orderId, ...others } = order;
    const [again, turned] = [await start(world, order), await start(world, { ...others, orderId })];
    for (const { executionArn, startDate } of [again, turned])
      expect({ executionArn, startDate }).toEqual({ executionArn: first.executionArn, startDate: first.startDate });
    expect(world.journal.list()).toHaveLength(1);
  });

  it('of which the second has another input are refused, and personal data is not repeated', async () => {
    const world = await apiWorld(platform, { clock: standingClock() });
    platform.switchboard.set([faultAt('shipping=throttled')]);
    const order = newOrder();
    await start(world, order);
    const other = start(world, { ...order, customerEmail: 'somebody.else@example.com' });
    await expect(other).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
      message: expect.stringMatching(/runs with another input: customerEmail was given a text of \d+ characters/),
    });
    await expect(other).rejects.not.toMatchObject({ message: expect.stringContaining('somebody') });
  });

  it('are refused once the first has ended, with the same input too', async () => {
    const world = await apiWorld(platform);
    const order = newOrder();
    const { executionArn } = await start(world, order);
    await ended(world, executionArn);
    await expect(start(world, order)).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
      message: `order-${order.orderId}: an execution of this name has ended`,
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('one order under two names', () => {
  it("is the first one's: the other ends as a duplicate that says whose it is, and does nothing", async () => {
    const world = await apiWorld(platform);
    const order = newOrder();
    const one = await start(world, order, `one-${order.orderId}`);
    expect(JSON.parse((await ended(world, one.executionArn)).output ?? '')).toMatchObject({ outcome: 'fulfilled' });
    const other = await start(world, order, `other-${order.orderId}`);
    const { status, output } = await ended(world, other.executionArn);
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output ?? '')).toMatchObject({
      outcome: 'duplicate',
      failure: { error: 'OrderAlreadyPlaced', cause: expect.stringContaining(one.executionArn) },
    });
    const { gateway, carrier } = platform.world ?? expect.fail('no simulators');
    expect(gateway.ledger.charges(order.orderId)).toHaveLength(1);
    expect(carrier.ledger.shipments(order.orderId)).toHaveLength(1);
  });
});

describe('a stop', () => {
  it('aborts what is under way, with its error and cause, and a redrive goes on from there', async () => {
    const world = await apiWorld(platform, { clock: standingClock() });
    platform.switchboard.set([faultAt('shipping=throttled')]);
    const { executionArn } = await start(world);
    await expect.poll(() => platform.switchboard.list()[0]?.struck).toBe(1);
    // It waits to ship: what happened up to now is told already.
    const latest = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 });
    await expect.poll(async () => (await world.client.send(latest)).events).toMatchObject([{ type: 'TaskFailed' }]);
    const reason = { error: 'Operator', cause: 'the customer rang' };
    const { stopDate } = await world.client.send(new StopExecutionCommand({ executionArn, ...reason }));
    const stopped = await ended(world, executionArn);
    expect(stopped).toMatchObject({ status: 'ABORTED', ...reason, stopDate, redriveStatus: 'REDRIVABLE' });
    expect(stopped).not.toHaveProperty('redriveStatusReason');
    expect((await world.client.send(latest)).events).toMatchObject([
      { type: 'ExecutionAborted', executionAbortedEventDetails: reason },
    ]);

    platform.switchboard.clear();
    await world.client.send(new RedriveExecutionCommand({ executionArn }));
    expect(JSON.parse((await ended(world, executionArn)).output ?? '')).toMatchObject({ outcome: 'fulfilled' });
  });

  it('changes nothing about an execution that has ended', async () => {
    const world = await apiWorld(platform);
    const { executionArn } = await start(world);
    const { stopDate } = await ended(world, executionArn);
    const again = await world.client.send(new StopExecutionCommand({ executionArn, cause: 'late' }));
    expect(again.stopDate).toEqual(stopDate);
    expect((await ended(world, executionArn)).status).toBe('SUCCEEDED');
  });
});

describe('a redrive', () => {
  async function failed(world: ApiWorld) {
    platform.switchboard.set([faultAt('validate=defect')]);
    const { executionArn } = await start(world);
    const described = await ended(world, executionArn);
    expect(described).toMatchObject({ status: 'FAILED', error: 'TypeError', redriveStatus: 'REDRIVABLE' });
    platform.switchboard.clear();
    return executionArn;
  }

  it('takes a failed order to its end once the fault is lifted', async () => {
    const world = await apiWorld(platform);
    const executionArn = await failed(world);
    const { redriveDate } = await world.client.send(new RedriveExecutionCommand({ executionArn }));
    const described = await ended(world, executionArn);
    expect(described).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1, redriveDate });
    expect(described).not.toHaveProperty('error');
    expect(JSON.parse(described.output ?? '')).toMatchObject({ outcome: 'fulfilled' });
  });

  it('that is repeated with its client token happens once', async () => {
    const world = await apiWorld(platform);
    const executionArn = await failed(world);
    platform.switchboard.set([faultAt('validate=defect')]);
    const command = () => new RedriveExecutionCommand({ executionArn, clientToken: 'one' });
    const first = await world.client.send(command());
    await ended(world, executionArn);
    expect((await world.client.send(command())).redriveDate).toEqual(first.redriveDate);
    expect((await ended(world, executionArn)).redriveCount).toBe(1);
    platform.switchboard.clear();
    await world.client.send(new RedriveExecutionCommand({ executionArn, clientToken: 'other' }));
    expect(await ended(world, executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 2 });
  });

  it('is refused for what runs and what has succeeded', async () => {
    const world = await apiWorld(platform, { clock: standingClock() });
    platform.switchboard.set([faultAt('shipping=throttled:1')]);
    const { executionArn } = await start(world);
    const redrive = () => world.client.send(new RedriveExecutionCommand({ executionArn }));
    const refused = (message: string) => ({ name: 'ExecutionNotRedrivable', message });
    await expect(redrive()).rejects.toMatchObject(refused('Execution is RUNNING and cannot be redriven'));
    await expect.poll(() => platform.switchboard.list()[0]?.struck).toBe(1);
    platform.switchboard.clear();
    const well = await start(world);
    await ended(world, well.executionArn);
    const again = world.client.send(new RedriveExecutionCommand({ executionArn: well.executionArn }));
    await expect(again).rejects.toMatchObject(refused('Execution is SUCCEEDED and cannot be redriven'));
  });
});

import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { parseInjectedFault } from '@order-workflow/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFewTries } from '../src/assembly/with-few-tries.ts';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { type ApiWorld, apiWorld } from './api-world.ts';
import { booksOf } from './books-of.ts';
import { keptWorld } from './kept-world.ts';

/** One order, and as many attempts as it needs: by the command line, and by the API, with names and without. */

const order = { ...anOrder().build(), items: [{ sku: 'SKU001', quantity: 1 }] };
const address = { line1: 'Musterstr. 1', city: 'Berlin', country: 'DE' };

/** What a customer sends, and then sends again because of what the notice says. */
const corrections = [
  ['declined', 'another card', { paymentToken: 'sim-declined' }, { paymentToken: 'tok_othercard' }],
  [
    'refunded',
    'a corrected address',
    { shippingAddress: { ...address, postalCode: 'SIM-REFUSED' } },
    { shippingAddress: { ...address, postalCode: '10115' } },
  ],
  ['rejected', 'a product that there is', { items: [{ sku: 'NOPE', quantity: 1 }] }, {}],
] as const;

describe('by the command line, an order', () => {
  /** Places orders one after the other, by one command, in a folder of their own; gives what `--json` says of each. */
  async function placed(...orders: readonly object[]) {
    const world = keptWorld();
    const lines = orders.map((one) => JSON.stringify(one)).join('\n');
    const { exitCode, stdout } = await world.order(['place', '-', '--json', '--concurrency', '1'], lines);
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { world, exitCode, reports };
  }

  it.each(corrections)('that was %s is placed with %s under its id, and fulfilled', async (outcome, _, first, then) => {
    const [wrong, right] = [
      { ...order, ...first },
      { ...order, ...then },
    ];
    const { world, exitCode, reports } = await placed(wrong, right, right, wrong);
    expect(exitCode).toBe(0);
    const [one, two] = [expect.stringMatching(/:order-12345$/), expect.stringMatching(/:order2-12345$/)];
    expect(reports).toMatchObject([
      { outcome, executionArn: one },
      { outcome: 'fulfilled', executionArn: two },
      { outcome: 'fulfilled', executionArn: two },
      { outcome, executionArn: one },
    ]);
    expect(await world.books(order.orderId)).toEqual({ charges: 1, held: 1999, parcels: 1 });
  });

  it('that is fulfilled is not placed with other content: the conflict names the execution that has it', async () => {
    const declined = { ...order, paymentToken: 'sim-declined' };
    const { exitCode, reports } = await placed(declined, order, { ...order, paymentMethod: 'PayPal' });
    expect(exitCode).toBe(1);
    expect(reports.at(-1)).toMatchObject({
      status: null,
      error: 'ExecutionAlreadyExists',
      cause: expect.stringMatching(/^order2-12345: .* with other content: paymentMethod was/),
    });
  });

  it('whose refund is on its way is not tried again, and shown as what is held still', async () => {
    const world = keptWorld();
    const faults = ['shipping=refused', 'refund=refund-fails-late'].map((text) =>
      parseInjectedFault(text, faultTargetsHere()),
    );
    const fields = JSON.stringify(order);
    await world.inProcess({ faults, define: withFewTries(10) }, async (workflow) => {
      expect(await workflow.place(order).execution.result).toMatchObject({ status: 'FAILED' });
    });
    const again = JSON.parse((await world.order(['place', '-', '--again', '--json'], fields)).stdout);
    expect(again).toMatchObject({
      error: 'ExecutionAlreadyExists',
      cause: expect.stringContaining('its attempt 1 at this order is open, its refund on its way: another follows'),
    });
    const { attempts } = JSON.parse((await world.order(['show', '12345', '--json'])).stdout);
    expect(attempts).toMatchObject([{ attempt: 1, money: 'charged 19.99 EUR, its refund on its way' }]);
  });

  it('that was declined is tried again as it is where --again says so, each time as the next attempt', async () => {
    const { world } = await placed({ ...order, paymentToken: 'sim-declined' });
    const again = async (given: object) =>
      JSON.parse((await world.order(['place', '-', '--again', '--json'], JSON.stringify(given))).stdout);
    for (const attempt of [2, 3])
      expect(await again({ ...order, paymentToken: 'sim-declined' })).toMatchObject({
        executionArn: expect.stringMatching(`:order${attempt}-12345$`),
        outcome: 'declined',
        output: { order: { attempt }, validation: { attempt } },
      });
    expect(await again(order)).toMatchObject({ outcome: 'fulfilled', output: { validation: { attempt: 4 } } });
    expect(await again(order)).toMatchObject({
      error: 'ExecutionAlreadyExists',
      cause: 'order4-12345: its attempt 4 at this order is fulfilled: another follows one that ended with nothing held',
    });
  });

  it('is placed as its first attempt by --again where it has none, and so is what is no order', async () => {
    const world = keptWorld();
    const given = [order, { customerEmail: 'jane@example.com' }].map((one) => JSON.stringify(one)).join('\n');
    const { exitCode, stdout } = await world.order(['place', '-', '--again', '--json'], given);
    const [first, unidentified] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exitCode).toBe(0);
    expect(first).toMatchObject({ outcome: 'fulfilled', output: { order, validation: { attempt: 1 } } });
    expect(unidentified).toMatchObject({ outcome: 'rejected' });
  });

  it('is shown with its attempts, each with its execution, its outcome and what became of money and parcel', async () => {
    const { world } = await placed(
      { ...order, items: [] },
      { ...order, paymentToken: 'sim-declined' },
      { ...order, shippingAddress: { ...address, postalCode: 'SIM-REFUSED' } },
      order,
    );
    const { exitCode, stdout } = await world.order(['show', '12345']);
    expect(exitCode).toBe(0);
    const parcel = /sent as (LP\d+)$/.exec(stdout.trim())?.[1];
    expect(stdout.slice(stdout.indexOf('  Attempts')).split('\n')).toEqual([
      '  Attempts at this order:',
      '     1  order-12345   rejected   nothing charged · nothing sent',
      '     2  order2-12345  declined   nothing charged · nothing sent',
      '     3  order3-12345  refunded   refunded 19.99 EUR · nothing sent',
      `     4  order4-12345  fulfilled  charged 19.99 EUR · sent as ${parcel}`,
      '',
      '',
    ]);
    const { attempts, outcome } = JSON.parse((await world.order(['show', '12345', '--json'])).stdout);
    expect(outcome).toBe('fulfilled');
    expect(attempts).toMatchObject([
      { attempt: 1, outcome: 'rejected', status: 'SUCCEEDED', money: 'nothing charged', parcel: 'nothing sent' },
      { attempt: 2, outcome: 'declined', executionArn: expect.stringMatching(/:order2-12345$/) },
      { attempt: 3, outcome: 'refunded', money: 'refunded 19.99 EUR' },
      { attempt: 4, outcome: 'fulfilled', money: 'charged 19.99 EUR', parcel: `sent as ${parcel}` },
    ]);
  });

  it('that somebody has started under another name is a duplicate, which is a success and says whose the order is', async () => {
    const world = keptWorld();
    await world.inProcess({}, async (workflow) => {
      workflow.start(order, 'elsewhere');
      await expect.poll(() => workflow.underWay()).toBe(0);
    });
    const { exitCode, stdout } = await world.order(['place', '-'], JSON.stringify(order));
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /OrderAlreadyPlaced: Order 12345 is fulfilled in attempt 1, by execution arn:\S+:elsewhere\./,
    );
    expect(stdout).toContain('duplicate · another execution has the order, and this one did nothing');
    expect((await world.order(['list'])).stdout).toMatch(
      /● fulfilled +12345 +elsewhere .*\n {2}○ duplicate +12345 +order-12345 /,
    );
    expect((await world.order(['show', '12345'])).stdout).toMatch(
      /fulfilled +charged .*\n +– {2}order-12345 +duplicate +nothing charged/,
    );
    expect((await world.order(['place', '-', '--again', '--json'], JSON.stringify(order))).exitCode).toBe(1);
  });

  it('that failed is redriven by its id, at the attempt that failed', async () => {
    const { world } = await placed({ ...order, paymentToken: 'sim-declined' });
    const failing = ['place', '-', '--fault', 'validate=defect'];
    expect((await world.order(failing, JSON.stringify(order))).exitCode).toBe(1);
    const shown = JSON.parse((await world.order(['show', '12345', '--json'])).stdout);
    expect(shown.attempts.at(-1)).toMatchObject({ attempt: null, status: 'FAILED', money: 'nothing charged' });
    const { exitCode, stdout } = await world.order(['redrive', '12345', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      executionArn: expect.stringMatching(/:order2-12345$/),
      output: { outcome: 'fulfilled', validation: { attempt: 2 } },
    });
  });
});

describe('by the API, an order', () => {
  let platform: Platform;
  let orders = 0;
  beforeAll(async () => {
    platform = await startPlatform({ simulators: {}, virtualLimits: true });
  });
  afterAll(() => platform.close());

  const newOrder = () => ({ ...order, orderId: `attempts-${++orders}` });

  async function begin({ client, stateMachineArn }: ApiWorld, given: object, name?: string) {
    const input = JSON.stringify(given);
    const { executionArn = '' } = await client.send(new StartExecutionCommand({ stateMachineArn, input, name }));
    return executionArn;
  }

  /** Waits until an execution has ended; gives its status and what it left. */
  async function ended({ client }: ApiWorld, executionArn: string) {
    const describe = () => client.send(new DescribeExecutionCommand({ executionArn }));
    await expect.poll(async () => (await describe()).status, { interval: 20 }).not.toBe('RUNNING');
    const { status, output } = await describe();
    return { status, ...JSON.parse(output ?? '{}') };
  }

  const books = (orderId: string) => booksOf(platform.world ?? expect.fail('no simulators'), orderId);
  const once = { charges: 1, held: 1999, parcels: 1 };

  it('that is started five times without a name is fulfilled once: four are duplicates, and none fails', async () => {
    const world = await apiWorld(platform);
    const given = newOrder();
    const started = await Promise.all(Array.from({ length: 5 }, () => begin(world, given)));
    const ends = await Promise.all(started.map((executionArn) => ended(world, executionArn)));
    const owner = started[ends.findIndex(({ outcome }) => outcome === 'fulfilled')];
    expect(ends.map(({ status }) => status)).toEqual(Array(5).fill('SUCCEEDED'));
    expect(ends.map(({ outcome }) => outcome).sort()).toEqual([...Array(4).fill('duplicate'), 'fulfilled']);
    for (const { failure } of ends.filter(({ outcome }) => outcome === 'duplicate'))
      expect(failure).toMatchObject({ error: 'OrderAlreadyPlaced', cause: expect.stringContaining(`${owner}`) });
    expect(books(given.orderId)).toEqual(once);
    const told = platform.services.inbox.take().filter((message) => JSON.stringify(message).includes(given.orderId));
    expect(told).toHaveLength(1);
  });

  it.each([
    ['one after the other under two names', ['one', 'other']],
    ['one after the other without names', [undefined, undefined]],
  ])('that is started %s is fulfilled once, and the second is a duplicate', async (_, names) => {
    const world = await apiWorld(platform);
    const given = newOrder();
    const outcomes = [];
    for (const name of names)
      outcomes.push((await ended(world, await begin(world, given, name && `${name}-${given.orderId}`))).outcome);
    expect(outcomes).toEqual(['fulfilled', 'duplicate']);
    expect(books(given.orderId)).toEqual(once);
  });

  const named = [
    ['without a name', false],
    ['under names of its own', true],
  ] as const;
  it.each(named.flatMap(([how, isNamed]) => corrections.map((correction) => [how, isNamed, ...correction] as const)))(
    'started %s that was $2 is fulfilled with $3',
    async (_how, isNamed, outcome, _what, first, then) => {
      const world = await apiWorld(platform);
      const given = newOrder();
      const name = (attempt: number) => (isNamed ? `${given.orderId}-try-${attempt}` : undefined);
      const [wrong, right] = [
        { ...given, ...first },
        { ...given, ...then },
      ];
      expect(await ended(world, await begin(world, wrong, name(1)))).toMatchObject({ outcome });
      expect(await ended(world, await begin(world, right, name(2)))).toMatchObject({
        status: 'SUCCEEDED',
        outcome: 'fulfilled',
        validation: { attempt: 2 },
      });
      // The message about the old card arrives once more.
      expect(await ended(world, await begin(world, wrong, name(3)))).toMatchObject({ outcome: 'duplicate' });
      expect(books(given.orderId)).toEqual(once);
    },
  );

  it('that says its next attempt aloud is tried again as it is, and no other attempt is', async () => {
    const world = await apiWorld(platform);
    const given = { ...newOrder(), paymentToken: 'sim-declined' };
    const outcomeOf = async (said: object) => (await ended(world, await begin(world, { ...given, ...said }))).outcome;
    expect(await outcomeOf({})).toBe('declined');
    expect(await outcomeOf({})).toBe('duplicate');
    expect(await outcomeOf({ attempt: 3 })).toBe('duplicate');
    expect(await outcomeOf({ attempt: 2 })).toBe('declined');
    expect(await outcomeOf({ attempt: 2 })).toBe('duplicate');
    expect(await outcomeOf({ attempt: 0 })).toBe('rejected');
  });
});

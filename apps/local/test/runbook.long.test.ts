import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVirtualClock, type Execution } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { faultAt } from './fault-at.ts';
import { type KeptWorld, keptWorld } from './kept-world.ts';
import { standingClock } from './standing-clock.ts';

/**
 * Each entry of docs/runbook.md that can be brought about on this machine: the command that stands there brings it about,
 * the commands that stand there show it, and in a world that was mended they take the order to its right end.
 */

const root = new URL('../../../', import.meta.url);
const runbook = readFileSync(new URL('docs/runbook.md', root), 'utf8');
const price = 3998;
const paidAndShipped = { held: price, charges: 1, shipments: 1 };
const nothing = { held: 0, charges: 0, shipments: 0 };
const orderId = '12345';

/** Entries by their headings, in the sequence of the document. */
const entries = new Map(
  runbook
    .split(/^##+ /m)
    .slice(1)
    .map((entry) => [entry.slice(0, entry.indexOf('\n')), entry]),
);
/** These are brought about by nothing but AWS, and by the alarms there. */
const elsewhere = [
  'An execution has failed',
  'An order waits',
  'More orders than expected',
  'A stage fails',
  'A release was taken back',
  'A table does not answer',
  'Functions are throttled',
  'Executions are throttled',
  'Messages about executions are undelivered',
  'The order API fails',
  'A batch has failed',
  'Letters are undelivered',
  'Fewer orders than expected',
  // Rights are AWS's: infra/test/grants.test.ts evaluates them.
  'Who may do what',
  // In forget.long.test.ts: it brings about no failure.
  'Forget a customer',
  // The four stages hold no stock: examples/five-stages/test/runbook.test.ts.
  'Stock is held',
  'Failed at Release Stock',
  'Stock was held after its order',
  // StopExecution fails for want of a permission, which nothing here asks.
  'Failed at Stop Execution',
];
const practised = [
  'Failed at Validate Order',
  'Failed at Cancel Shipment',
  'Failed at Refund Payment',
  'Failed at Await Refund',
  'Failed at Park Notice',
  'An execution has timed out',
  'An execution was stopped',
  'Notices are parked',
  'Cancel an order',
  'A cancellation has failed',
  'Failed at Take Order Over',
];

/** Runs the command under "To practise" of an entry. */
async function practise(entry: string, world: KeptWorld) {
  const [, command = ''] = /^To practise: `pnpm order (.*)`$/m.exec(entries.get(entry) ?? '') ?? [];
  const args = command.split(' ').map((word) => (word.endsWith('.json') ? fileURLToPath(new URL(word, root)) : word));
  return world.order(args);
}

async function listed(world: KeptWorld, status: string): Promise<unknown> {
  return JSON.parse((await world.order(['list', '--status', status, '--json'])).stdout);
}

async function redriven(world: KeptWorld) {
  const { exitCode, stdout } = await world.order(['redrive', orderId, '--fast-forward', '--json']);
  return { exitCode, ...JSON.parse(stdout) };
}

it('has a test for every entry of the runbook that can be practised here', () => {
  const known = new Set([...elsewhere, ...practised]);
  expect([...entries.keys()].filter((heading) => !known.has(heading))).toEqual([]);
  expect(practised.filter((heading) => !entries.has(heading))).toEqual([]);
});

describe('an execution that has failed', () => {
  it.each([
    { entry: 'Failed at Validate Order', before: nothing, outcome: 'fulfilled', after: paidAndShipped },
    {
      entry: 'Failed at Cancel Shipment',
      before: { ...paidAndShipped, shipments: 0 },
      outcome: 'refunded',
      after: nothing,
    },
    {
      entry: 'Failed at Refund Payment',
      before: { ...paidAndShipped, shipments: 0 },
      outcome: 'refunded',
      after: nothing,
    },
    {
      entry: 'Failed at Await Refund',
      before: { ...paidAndShipped, charges: 0, shipments: 0 },
      outcome: 'refunded',
      after: nothing,
    },
    { entry: 'Failed at Park Notice', before: paidAndShipped, outcome: 'fulfilled', after: paidAndShipped },
  ])('$entry: is listed, shown, and ends $outcome when it is redriven', async ({ entry, before, outcome, after }) => {
    const world = keptWorld();
    const state = entry.slice('Failed at '.length);
    const placed = await practise(entry, world);
    expect(placed.exitCode).toBe(1);
    expect(placed.stdout).toContain(`What to do: docs/runbook.md, "${entry}"`);
    expect(placed.stdout).toContain(`pnpm order redrive ${orderId}`);
    expect(await world.ledgers(orderId)).toEqual(before);

    expect(await listed(world, 'FAILED')).toMatchObject([{ name: `order-${orderId}`, status: 'FAILED', state }]);
    const shown = await world.order(['show', orderId]);
    expect(shown.stdout).toContain(`FAILED at ${state}`);
    expect(shown.stdout).toContain(entry);

    expect(await redriven(world)).toMatchObject({ exitCode: 0, status: 'SUCCEEDED', outcome });
    expect(await world.ledgers(orderId)).toEqual(after);
    expect(await listed(world, 'FAILED')).toEqual([]);
  });

  it('Failed at Park Notice: its notice is parked by the redrive, and reaches the customer by a replay', async () => {
    const world = keptWorld();
    await practise('Failed at Park Notice', world);
    await redriven(world);
    const replayed = await world.order(['notices', '--replay', '--json']);
    expect(JSON.parse(replayed.stdout)).toMatchObject([{ orderId, outcome: 'fulfilled', published: true }]);
  });
});

const sample = JSON.parse(readFileSync(new URL('examples/orders/sample.json', root), 'utf8'));

describe('an execution that did not end by itself', () => {
  it('An execution has timed out: when it goes on only weeks later; it ends fulfilled when it is redriven', async () => {
    const world = keptWorld();
    // Interrupted after the charge, while it waits for the carrier.
    await world.inProcess({ clock: standingClock(), faults: [faultAt('shipping=unavailable')] }, async (workflow) => {
      workflow.place(sample);
      await expect.poll(() => workflow.switchboard.list()[0]?.struck).toBeGreaterThan(0);
    });
    expect(await world.ledgers(orderId)).toEqual({ ...paidAndShipped, shipments: 0 });
    const later = createVirtualClock({ start: Date.now() + 80 * 24 * 3600 * 1000 });
    await world.inProcess({ clock: later }, async ({ resumed }) => {
      expect(await Promise.all(resumed.map(({ execution }) => execution.result))).toMatchObject([
        { status: 'TIMED_OUT' },
      ]);
    });

    expect(await listed(world, 'TIMED_OUT')).toMatchObject([{ state: 'Ship Order' }]);
    const shown = await world.order(['show', orderId]);
    expect(shown.stdout).toContain('"An execution has timed out"');
    expect(await redriven(world)).toMatchObject({ exitCode: 0, outcome: 'fulfilled' });
    expect(await world.ledgers(orderId)).toEqual(paidAndShipped);
  });

  it('An execution was stopped: on its way; it ends fulfilled when it is redriven', async () => {
    const world = keptWorld();
    await world.inProcess({ clock: standingClock(), faults: [faultAt('payment=throttled')] }, async (workflow) => {
      const { execution } = workflow.place(sample);
      await expect.poll(() => workflow.switchboard.list()[0]?.struck).toBeGreaterThan(0);
      (execution as Execution).stop({ error: 'Operator', cause: 'by hand' });
      expect(await execution.result).toMatchObject({ status: 'ABORTED' });
    });

    expect(await listed(world, 'ABORTED')).toMatchObject([{ state: 'Process Payment' }]);
    const shown = await world.order(['show', orderId]);
    expect(shown.stdout).toContain('"An execution was stopped"');
    expect(await redriven(world)).toMatchObject({ exitCode: 0, outcome: 'fulfilled' });
    expect(await world.ledgers(orderId)).toEqual(paidAndShipped);
  });
});

describe('an order that is cancelled', () => {
  it('Cancel an order: also when its execution was stopped by hand, and it may not be redriven', async () => {
    const world = keptWorld();
    await world.inProcess({ clock: standingClock(), faults: [faultAt('shipping=throttled')] }, async (workflow) => {
      const { execution } = workflow.place(sample);
      await expect.poll(() => workflow.switchboard.list()[0]?.struck).toBeGreaterThan(0);
      (execution as Execution).stop({ error: 'Operator', cause: 'by hand' });
      expect(await execution.result).toMatchObject({ status: 'ABORTED' });
    });
    const { exitCode, stdout } = await world.order(['cancel', orderId, '--json']);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ outcome: 'cancelled' })]);
    expect(await world.ledgers(orderId)).toEqual(nothing);
    expect(await redriven(world)).toMatchObject({ outcome: 'duplicate' });
    expect(await world.ledgers(orderId)).toEqual(nothing);
  });

  it('A cancellation has failed, Failed at Take Order Over: it goes on when the order is cancelled once more', async () => {
    const world = keptWorld();
    await world.order(['place', fileURLToPath(new URL('examples/orders/sample.json', root))]);
    const failed = await world.order(['cancel', orderId, '--fast-forward', '--fault', 'takeover=defect']);
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain('"Failed at Take Order Over"');
    expect(failed.stdout).toContain(`pnpm order cancel ${orderId}`);
    expect(await listed(world, 'FAILED')).toMatchObject([{ name: `cancel-${orderId}`, state: 'Take Order Over' }]);
    expect(await world.ledgers(orderId)).toEqual(paidAndShipped);
    expect((await world.order(['cancel', orderId])).exitCode).toBe(0);
    expect(await world.ledgers(orderId)).toEqual(nothing);
  });
});

describe('a notice that is parked', () => {
  it('Notices are parked: it is listed without personal data, stays while the topic refuses, then is published', async () => {
    const world = keptWorld();
    expect((await practise('Notices are parked', world)).exitCode).toBe(0);
    const waiting = await world.order(['notices']);
    expect(waiting.stdout).toMatch(/fulfilled +12345 .*NotificationsUnavailable/);
    expect(waiting.stdout).not.toContain(sample.customerEmail);

    const refused = await world.order(['notices', '--replay', '--fault', 'notify=down']);
    expect(refused).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('still waits') });
    const replayed = await world.order(['notices', '--replay']);
    expect(replayed).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/published +12345/) });
    expect((await world.order(['notices'])).stdout).toContain('every customer has been told');
    expect((await world.order(['show', orderId])).stdout).toContain(
      `To every subscriber of the notices topic, for ${sample.customerEmail}`,
    );
  });
});

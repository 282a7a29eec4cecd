import { existsSync } from 'node:fs';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { anOrder } from '@order-workflow/order-domain/testing';
import { openLedgers } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../src/data-folder/data-folder.ts';
import { openMessageLog } from '../src/messages/message-log.ts';
import { erasePruned } from '../src/prune/erase-pruned.ts';
import { gatherOrders } from '../src/prune/gather-orders.ts';
import { readItemFacts } from '../src/prune/kept-items.ts';
import { planPruning } from '../src/prune/plan-pruning.ts';
import { type KeptWorld, keptWorld } from './kept-world.ts';

/** `order prune`: what has ended goes as a whole, and nothing that anybody still needs. */

const order = (orderId: string, fields = {}) => JSON.stringify({ ...anOrder().with({ orderId }).build(), ...fields });
/** Later than everything that was placed; waits that passed at once are ahead of the machine. */
const later = '2099-01-01';

async function prune(world: KeptWorld, ...args: string[]) {
  const { exitCode, stdout, stderr } = await world.order(['prune', '--before', later, '--json', ...args]);
  return { exitCode, stderr, document: JSON.parse(stdout) };
}

async function place(world: KeptWorld, orders: readonly string[], ...args: string[]) {
  return world.order(['place', '-', '--fast-forward', '--json', '--concurrency', '1', ...args], orders.join('\n'));
}

describe('order prune', () => {
  it('erases orders that ended, and keeps those of which something is open, with the reason', async () => {
    const world = keptWorld();
    const good = [order('good'), order('declined', { paymentToken: 'sim-declined' }), '{"items":1}'];
    await place(world, good);
    await place(world, [order('cancelled')]);
    await world.order(['cancel', 'cancelled', '--fast-forward']);
    await place(world, [order('refunded')], '--fault', 'shipping=refused');
    await place(world, [order('stuck')], '--fault', 'validate=defect');
    await place(world, [order('untold')], '--fault', 'notify=down');
    await place(world, [order('held')], '--fault', 'shipping=refused', '--fault', 'refund=defect');

    const asked = await prune(world);
    expect(asked).toMatchObject({
      exitCode: 2,
      stderr: 'Nothing has been erased: say --yes where nobody can be asked.\n',
      document: { erased: null },
    });
    const { exitCode, document } = await prune(world, '--yes');
    expect(exitCode).toBe(0);
    expect(document.orders.toSorted()).toEqual(['cancelled', 'declined', 'good', 'refunded']);
    expect(document.kept.map(({ orderId, why }: Record<string, string>) => [orderId, why])).toEqual([
      ['stuck', 'a person must act'],
      ['untold', 'a notice waits'],
      ['held', 'a person must act'],
    ]);
    expect(document.erased).toMatchObject({ executions: 6, notices: 6, letters: 5, events: 5, parked: 0, items: 8 });

    const { stdout } = await world.order(['list', '--json']);
    expect(JSON.parse(stdout).map(({ orderId }: { orderId: string }) => orderId)).toEqual(['stuck', 'untold', 'held']);
    expect(await world.ledgers('untold')).toEqual({ held: 3998, charges: 1, shipments: 1 });
    expect(await world.ledgers('good')).toEqual({ held: 0, charges: 0, shipments: 0 });
    expect((await prune(world, '--yes')).document).toMatchObject({ orders: [], executions: [] });
    // Those that were kept go on, and an order that is gone is a new one.
    expect((await world.order(['notices', '--replay'])).stdout).toContain('published');
    expect((await world.order(['redrive', 'stuck', '--fast-forward', '--json'])).exitCode).toBe(0);
    expect((await place(world, good)).stdout).toContain('fulfilled');
    expect(await world.ledgers('good')).toEqual({ held: 3998, charges: 1, shipments: 1 });
    expect(JSON.parse((await world.order(['notices', '--open', 'good', '--json'])).stdout)).toHaveLength(1);
  });

  it('keeps what ended at the date or later, and says in words what goes', async () => {
    const world = keptWorld();
    expect(await world.order(['prune', '--before', later])).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^Nothing to prune: no order has been placed in /),
    });
    await place(world, [order('a'), order('b')]);
    const [a] = JSON.parse((await world.order(['list', '--json'])).stdout);
    expect((await world.order(['prune', '--before', a.stopDate, '--yes'])).stdout).toMatch(
      /^ {2}Ended before .*: 0 orders, 0 executions\n {2}Kept: 2, ended later\n {2}Erased: 0 executions/,
    );
    const { stdout } = await world.order(['prune', '--before', later, '--yes']);
    expect(stdout).toMatch(
      /2 orders, 2 executions\n {2}Erased: 2 executions, 2 notices, 2 letters, 2 events, \d+ lines of the books, 4 items, 0 batches; \d\.\d MB are free again\n$/,
    );
  });

  it.each(['2026-02-30', 'yesterday', '2026-02-01T10:00', '1'])('does not take %s for a date', async (given) => {
    const { exitCode, stderr } = await keptWorld().order(['prune', '--before', given]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining(`'${given}' is invalid. Expected a day, as 2026-11-01, or an instant`),
    });
  });

  it.each(['messages', 'journal'] as const)('is safe to repeat where it broke off before the %s', async (at) => {
    const world = keptWorld();
    await place(world, [order('good')]);
    await place(world, [order('refunded')], '--fault', 'shipping=refused');
    breakOff(world, at);
    // Nothing that is left makes it another order: it has been placed, and is not charged.
    expect((await place(world, [order('good')])).stdout).toContain('fulfilled');
    expect(await world.ledgers('good')).toEqual({ held: 0, charges: 0, shipments: 0 });
    const { document } = await prune(world, '--yes');
    expect(document.orders.toSorted()).toEqual(['good', 'refunded']);
    await place(world, [order('good'), order('refunded')]);
    for (const id of ['good', 'refunded'])
      expect(await world.ledgers(id)).toEqual({ held: 3998, charges: 1, shipments: 1 });
  });
});

/** Prunes a folder, up to the step that throws. */
function breakOff({ folder: path }: KeptWorld, at: 'messages' | 'journal'): void {
  const folder = dataFolder(path);
  const now = Date.parse(later);
  const journal = openSqliteJournal(folder.journalFile);
  const messages = openMessageLog(folder.messagesFile);
  const ledgers = openLedgers(folder.ledgerFile, { now: () => now });
  try {
    const items = readItemFacts(folder.tablesFile, now);
    const plan = planPruning(gatherOrders({ journal, messages, ledgers, items }), now);
    const broken = () => {
      throw new Error('power cut');
    };
    const sources = { journal, messages, ledgers, [at]: { ...{ journal, messages }[at], forget: broken } };
    expect(() => erasePruned(plan, { ...sources, folder, batches: undefined, now })).toThrow('power cut');
    expect(existsSync(folder.deskFile)).toBe(false);
  } finally {
    for (const open of [journal, messages, ledgers]) open.close();
  }
}

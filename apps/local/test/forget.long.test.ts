import { existsSync, readFileSync } from 'node:fs';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../src/data-folder/data-folder.ts';
import { keptWorld } from './kept-world.ts';

const order = (orderId: string, customerEmail: string, fields = {}) =>
  JSON.stringify({
    ...anOrder().with({ orderId }).build(),
    customerEmail,
    customerName: `Name-of-${orderId}`,
    ...fields,
  });

/** Everything that the files of a data folder hold, but for the books of gateway and carrier. */
function heldIn(folder: string): string {
  const { journalFile, messagesFile, tablesFile, deskFile } = dataFolder(folder);
  const files = [journalFile, messagesFile, tablesFile, deskFile].flatMap((file) => [file, `${file}-wal`]);
  return files.map((file) => (existsSync(file) ? `${file}: ${readFileSync(file, 'latin1')}` : '')).join('\n');
}

describe('order forget', () => {
  it('leaves nothing in any file of orders of a customer that have ended, and everything of all others', async () => {
    const world = keptWorld();
    const stuck = order('stuck', 'ana@example.com');
    const placed = [order('hers', 'Ana@example.com'), order('his', 'bo@example.com')];
    await world.order(['place', '-', '--fast-forward', '--concurrency', '1'], placed.join('\n'));
    const untold = order('untold', 'ana@example.com', { paymentToken: 'sim-declined' });
    await world.order(['place', '-', '--fast-forward', '--fault', 'notify=down'], untold);
    await world.order(
      ['place', '-', '--fast-forward', '--fault', 'shipping=refused', '--fault', 'refund=defect'],
      stuck,
    );
    expect(heldIn(world.folder)).toContain('Name-of-hers');

    const first = await world.order(['forget', 'ANA@example.com', '--json']);
    expect({ ...first, stdout: JSON.parse(first.stdout) }).toMatchObject({
      exitCode: 1,
      stdout: {
        forgotten: expect.arrayContaining(['hers', 'untold']),
        underway: [{ orderId: 'stuck', status: 'open' }],
        erased: { executions: 2, parked: 1 },
      },
    });
    const held = heldIn(world.folder);
    expect(held.match(/Name-of-(hers|untold)/g)).toBeNull();
    expect(held).toContain('Name-of-his');
    expect(held).toContain('Name-of-stuck');
    const listed: { name: string }[] = JSON.parse((await world.order(['list', '--json'])).stdout);
    expect(listed.map(({ name }) => name).toSorted()).toEqual(['order-his', 'order-stuck']);

    // Whoever places the order again, and nobody else, finds that it was placed: nothing is charged twice.
    const again = await world.order(['place', '-', '--fast-forward', '--json'], order('hers', 'ana@example.com'));
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'duplicate' });

    await world.order(['redrive', 'stuck', '--fast-forward']);
    expect((await world.order(['forget', 'ana@example.com'])).exitCode).toBe(0);
    expect(heldIn(world.folder)).not.toMatch(/ana@|Name-of-(hers|untold|stuck)/i);
  });

  it('says what is no address without repeating it, and where nothing was placed yet', async () => {
    const world = keptWorld();
    expect(await world.order(['forget', 'ana'])).toMatchObject({
      exitCode: 2,
      stderr: 'customer: given 3 characters, expected an e-mail address\n',
    });
    const none = await world.order(['forget', 'ana@example.com']);
    expect(none).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('No order has been placed yet') });
  });
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { startOrder } from './run-command.ts';

/** Commands that are ended in the middle, or run at the same time, in one data folder. */

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));
const declined = fileURLToPath(new URL('../../../examples/orders/declined-card.json', import.meta.url));
const paidAndShipped = { held: 3998, charges: 1, shipments: 1 };

/** Places the sample order, whose shipment waits for a retry. */
function placeWaiting(folder: string) {
  return startOrder(['place', sample, '--fault', 'shipping=throttled:5'], folder);
}
const waits = '↻ Ship Order: retry 1';

describe('a command that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s exits with %i and says what becomes of the order', async (signal, exitCode) => {
    const world = keptWorld();
    const command = placeWaiting(world.folder);
    await command.wrote(waits);
    command.kill(signal);
    expect(await command.ended).toMatchObject({
      exitCode,
      written: expect.stringContaining(
        'Interrupted. The execution under way goes on with the next pnpm order place, redrive or serve.\n',
      ),
    });
    expect((await world.order(['list'])).stdout).toMatch(/◐ RUNNING +12345 +order-12345 .* at Ship Order\n/);
    expect((await world.order(['show', '12345'])).stdout).toContain('still under way');
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'by %s loses nothing: the next command takes the order to its end',
    async (signal) => {
      const world = keptWorld();
      const command = placeWaiting(world.folder);
      await command.wrote(waits);
      command.kill(signal);
      await command.ended;
      const next = await world.order(['place', declined, '--fast-forward']);
      expect(next.exitCode).toBe(0);
      expect(next.stderr).toBe(
        'Going on with order-12345, which was under way when an earlier command was interrupted.\n  order-12345: fulfilled\n',
      );
      expect(await world.ledgers('12345')).toEqual(paidAndShipped);
    },
  );

  it('shows the order when it is the one that is placed again', async () => {
    const world = keptWorld();
    const command = placeWaiting(world.folder);
    await command.wrote(waits);
    command.kill('SIGKILL');
    await command.ended;
    const again = await world.order(['place', sample, '--fast-forward']);
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('fulfilled · charged and shipped') });
    expect(await world.ledgers('12345')).toEqual(paidAndShipped);
  });

  it('keeps nothing with --fresh, and promises nothing', async () => {
    const world = keptWorld();
    const command = startOrder(['place', sample, '--fresh', '--fault', 'shipping=throttled:5'], world.folder);
    await command.wrote(waits);
    command.kill('SIGINT');
    const { exitCode, written } = await command.ended;
    expect(exitCode).toBe(130);
    expect(written).toMatch(/\nInterrupted\.\n$/);
  });
});

describe('two commands in one folder', () => {
  it('work one after the other, and the second says that it waits', async () => {
    const world = keptWorld();
    const first = startOrder(['place', sample, '--fault', 'shipping=throttled:1'], world.folder);
    await first.wrote(waits);
    const second = startOrder(['place', declined], world.folder);
    await second.wrote(`Another order command works in ${world.folder}: waiting for it to end …`);
    const [one, other] = await Promise.all([first.ended, second.ended]);
    expect(one).toMatchObject({ exitCode: 0, written: expect.stringContaining('fulfilled · charged and shipped') });
    expect(other).toMatchObject({ exitCode: 0, written: expect.stringContaining('declined · nothing is charged') });
    expect(other.written).not.toContain('Going on with');
  });

  it('read beside one that works', async () => {
    const world = keptWorld();
    const working = placeWaiting(world.folder);
    await working.wrote(waits);
    const [listed, shown] = await Promise.all([world.order(['list']), world.order(['show', '12345'])]);
    expect(listed).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining('RUNNING') });
    expect(shown).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('still under way') });
    working.kill('SIGKILL');
    await working.ended;
  });
});

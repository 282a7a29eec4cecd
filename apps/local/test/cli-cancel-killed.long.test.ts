import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { startOrder } from './run-command.ts';

/** A cancellation whose process is killed in the middle: it goes on with the next command, and ends once. */

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));
const declined = fileURLToPath(new URL('../../../examples/orders/declined-card.json', import.meta.url));
const nothing = { charges: 0, held: 0, parcels: 0 };

/** A cancellation that waits for a retry at this state is killed there (SIGKILL). */
async function killedAt(folder: string, state: string, fault: string): Promise<void> {
  const command = startOrder(['cancel', '12345', '--fault', `${fault}=throttled:5`], folder);
  await command.wrote(`↻ ${state}: retry 1`);
  command.kill('SIGKILL');
  await command.ended;
}

const states = [
  ['Take Order Over', 'takeover'],
  ['Cancel Shipment', 'cancel'],
  ['Refund Payment', 'refund'],
  ['Notify Customer', 'notify'],
] as const;

describe('a cancellation that is killed', () => {
  it.each(states)(
    'at %s goes on with the next command, whatever that is, and gives back once what was held',
    async (state, fault) => {
      const world = keptWorld();
      await world.order(['place', sample]);
      await killedAt(world.folder, state, fault);
      expect((await world.order(['list'])).stdout).toMatch(
        new RegExp(`◐ RUNNING +12345 +cancel-12345 .* at ${state}\n`),
      );
      const next = await world.order(['place', declined, '--fast-forward']);
      expect(next.stderr).toContain('Going on with cancel-12345');
      expect(next.stderr).toContain('cancel-12345: cancelled');
      expect(await world.books('12345')).toEqual(nothing);
      await expectToldOnce(world, ['fulfilled', 'cancelled']);
    },
  );

  it('is gone on with when the order is cancelled once more, and no second one begins', async () => {
    const world = keptWorld();
    await world.order(['place', sample]);
    await killedAt(world.folder, 'Refund Payment', 'refund');
    const again = await world.order(['cancel', '12345', '--json', '--fast-forward']);
    expect(JSON.parse(again.stdout)).toMatchObject({
      outcome: 'cancelled',
      executionArn: expect.stringMatching(/:cancel-12345$/),
    });
    expect((await world.order(['list'])).stdout).not.toContain('cancel2-12345');
    expect(await world.books('12345')).toEqual(nothing);
  });

  it.each(states.slice(2))(
    'at %s, of an order whose own process was killed before, stops the order all the same',
    async (state, fault) => {
      const world = keptWorld();
      const placing = startOrder(['place', sample, '--fault', 'shipping=throttled:20'], world.folder);
      await placing.wrote('↻ Ship Order: retry 1');
      placing.kill('SIGKILL');
      await placing.ended;
      // The order waits while it is cancelled, and goes on where its process was killed.
      const cancelling = startOrder(
        ['cancel', '12345', '--fault', `${fault}=throttled:5`, '--fault', 'shipping=throttled'],
        world.folder,
      );
      await cancelling.wrote(`↻ ${state}: retry 1`);
      cancelling.kill('SIGKILL');
      await cancelling.ended;
      const last = await world.order(['cancel', '12345', '--json', '--fast-forward', '--fault', 'shipping=throttled']);
      expect(JSON.parse(last.stdout)).toMatchObject({ outcome: 'cancelled' });
      expect(await world.books('12345')).toEqual(nothing);
      await expectToldOnce(world, ['cancelled']);
    },
  );
});

async function expectToldOnce(world: ReturnType<typeof keptWorld>, outcomes: readonly string[]): Promise<void> {
  const { stdout } = await world.order(['show', 'cancel-12345', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'SUCCEEDED', outcome: 'cancelled' });
  const told = await world.inProcess({}, async ({ messages }) =>
    messages
      .published()
      .filter(({ attributes }) => attributes['orderId'] === '12345')
      .map(({ attributes }) => attributes['outcome']),
  );
  expect(told).toEqual(outcomes);
}

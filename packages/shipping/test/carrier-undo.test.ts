import { startCarrier } from '@order-workflow/simulators';
import { aClock, faultAt, temporaryLedgerFile } from '@order-workflow/simulators/testing';
import { undoContract } from '@order-workflow/stage-kit/testing/undo';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensureNoShipment, httpCarrier, shipKey } from '../src/index.ts';

/** Keys are remembered for a day. */
const longAfter = 30 * 60 * 60 * 1000;
const sent = { order: { orderId: '7' }, validation: { lines: [{ sku: 'SKU001', quantity: 2 }], weight: 1_200 } };
const contents = sent.validation.lines;
const shipment = { key: shipKey('7', 1), service: 'Pickup' as const, weight: 1_200, contents };

async function aCarrier(ledgerFile?: string) {
  const clock = aClock();
  const server = await startCarrier({ clock, ...(ledgerFile !== undefined && { ledgerFile }) });
  const adapter = () => httpCarrier({ url: server.url, timeoutMs: 60_000 });
  const carrier = adapter();
  return {
    server,
    clock,
    carrier,
    act: () => adapter().book(shipment),
    async undo() {
      const decision = await ensureNoShipment(sent, { carrier, clock });
      if (decision.kind === 'failure') throw decision.failure;
    },
    standing: () => server.ledger.shipments().length,
    forget: () => clock.advance(longAfter),
    close: () => server.close(),
  };
}

undoContract('Cancel Shipment at the carrier with a ledger in memory', () => aCarrier());

undoContract('Cancel Shipment at the carrier with a ledger in a file', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const world = await aCarrier(ledgerFile);
  return { ...world, close: () => world.close().then(remove) };
});

describe('thirty hours after an undo, a request that was on its way all the time', () => {
  async function carrier() {
    const world = await aCarrier();
    onTestFinished(world.close);
    return world;
  }

  it('books no second parcel beside the one that has left', async () => {
    const world = await carrier();
    await world.act();
    world.server.ledger.depart();
    await world.undo();
    world.forget();
    expect(await world.act()).toMatchObject({ kind: 'departed' });
    expect(world.standing()).toBe(1);
  });

  it('books nothing under the key of a shipment that was refused at first', async () => {
    const world = await carrier();
    world.server.switchboard.add(faultAt('shipping=refused:1'));
    expect(await world.act()).toMatchObject({ kind: 'refused' });
    await world.undo();
    world.forget();
    expect(await world.act()).toMatchObject({ kind: 'blocked' });
  });
});

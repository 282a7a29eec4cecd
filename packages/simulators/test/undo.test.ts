import { chargeKey, ensureNothingHeld, httpPaymentGateway } from '@order-workflow/payment';
import { ensureNoShipment, httpCarrier, shipKey } from '@order-workflow/shipping';
import { undoContract } from '@order-workflow/stage-kit/testing/undo';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCarrier } from '../src/carrier/start-carrier.ts';
import { startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { aClock } from './a-clock.ts';
import { faultAt } from './fault-at.ts';
import { temporaryLedgerFile } from './temporary-ledger-file.ts';

/** Keys are remembered for a day. */
const longAfter = 30 * 60 * 60 * 1000;
const amount = { amount: 3_998, currency: 'EUR' };
const bought = { order: { orderId: '7', paymentMethod: 'CreditCard' as const }, validation: { total: amount } };
const charge = { key: chargeKey('7', 1), amount, method: 'CreditCard' as const };
const sent = { order: { orderId: '7' }, validation: { lines: [{ sku: 'SKU001', quantity: 2 }], weight: 1_200 } };
const contents = sent.validation.lines;
const shipment = { key: shipKey('7', 1), service: 'Pickup' as const, weight: 1_200, contents };

async function aGateway(ledgerFile?: string) {
  const clock = aClock();
  const server = await startPaymentGateway({ clock, ...(ledgerFile !== undefined && { ledgerFile }) });
  const adapter = () => httpPaymentGateway({ url: server.url, timeoutMs: 60_000 });
  const gateway = adapter();
  return {
    server,
    clock,
    gateway,
    // One that has asked nothing before names no time after which it is to do nothing: the key alone must stop it.
    act: () => adapter().charge(charge),
    async undo() {
      const decision = await ensureNothingHeld(bought, { gateway, clock });
      if (decision.kind === 'failure') throw decision.failure;
    },
    standing: () => server.ledger.held() / amount.amount,
    forget: () => clock.advance(longAfter),
    close: () => server.close(),
  };
}

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

undoContract('Refund Payment at the gateway with a ledger in memory', () => aGateway());
undoContract('Cancel Shipment at the carrier with a ledger in memory', () => aCarrier());

undoContract('Refund Payment at the gateway with a ledger in a file', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const world = await aGateway(ledgerFile);
  return { ...world, close: () => world.close().then(remove) };
});

undoContract('Cancel Shipment at the carrier with a ledger in a file', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const world = await aCarrier(ledgerFile);
  return { ...world, close: () => world.close().then(remove) };
});

describe('thirty hours after an undo, a request that was on its way all the time', () => {
  async function gateway() {
    const world = await aGateway();
    onTestFinished(world.close);
    return world;
  }
  async function carrier() {
    const world = await aCarrier();
    onTestFinished(world.close);
    return world;
  }

  it('charges nothing under the key of a charge that was voided', async () => {
    const world = await gateway();
    world.server.switchboard.add(faultAt('payment=pending-forever:1'));
    expect(await world.act()).toMatchObject({ kind: 'pending' });
    await world.undo();
    world.forget();
    expect(await world.act()).toMatchObject({ kind: 'voided' });
  });

  it('charges nothing under the key of a charge that was declined at first', async () => {
    const world = await gateway();
    world.server.switchboard.add(faultAt('payment=declined:1'));
    expect(await world.act()).toMatchObject({ kind: 'declined' });
    await world.undo();
    world.forget();
    expect(await world.act()).toMatchObject({ kind: 'blocked' });
  });

  it('charges nothing under the key of a refund that is accepted, or that failed once', async () => {
    const world = await gateway();
    world.server.switchboard.add(faultAt('refund=refund-fails-late:1'));
    await world.act();
    await expect(world.undo()).rejects.toMatchObject({ name: 'RefundUnsettled' });
    world.forget();
    await world.act();
    expect(world.standing()).toBe(1);
    await world.undo();
    expect(world.standing()).toBe(0);
  });

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

import { startPaymentGateway } from '@order-workflow/simulators';
import { aClock, faultAt, temporaryLedgerFile } from '@order-workflow/simulators/testing';
import { undoContract } from '@order-workflow/stage-kit/testing/undo';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chargeKey, ensureNothingHeld, httpPaymentGateway } from '../src/index.ts';

/** Keys are remembered for a day. */
const longAfter = 30 * 60 * 60 * 1000;
const amount = { amount: 3_998, currency: 'EUR' };
const bought = { order: { orderId: '7', paymentMethod: 'CreditCard' as const }, validation: { total: amount } };
const charge = { key: chargeKey('7', 1), amount, method: 'CreditCard' as const };

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

undoContract('Refund Payment at the gateway with a ledger in memory', () => aGateway());

undoContract('Refund Payment at the gateway with a ledger in a file', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const world = await aGateway(ledgerFile);
  return { ...world, close: () => world.close().then(remove) };
});

describe('thirty hours after an undo, a request that was on its way all the time', () => {
  async function gateway() {
    const world = await aGateway();
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
});

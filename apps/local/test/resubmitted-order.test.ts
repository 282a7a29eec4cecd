import { createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { startWorkflow } from '../src/orders/open-workflow.ts';
import { faultAt } from './fault-at.ts';
import { runScenario } from './run-scenario.ts';

describe('placing an order again after 91 days, when its name is free and its keys are forgotten', () => {
  const ago = 91 * 24 * 3600 * 1000;

  /** Places an order, and 91 days later again, with something else in it and with a fault. */
  async function placedAgain({ fault, ...changes }: { readonly fault?: string; readonly items?: object[] }) {
    const now = createVirtualClock().now();
    let ledgerTime = now - ago;
    const running = await startWorkflow({
      seed: 1,
      simulators: { clock: { now: () => ledgerTime } },
      virtualLimits: true,
    });
    try {
      const order = anOrder().build();
      const first = running.place(order, { clock: createVirtualClock({ start: now - ago }) });
      expect(await first.execution.result).toMatchObject({ output: { outcome: 'fulfilled' } });
      running.services.inbox.take();
      ledgerTime = now;
      if (fault !== undefined) running.switchboard.add(faultAt(fault));
      const fate = await runScenario(running, { ...order, ...changes });
      expect(running.world?.gateway.ledger.charges()).toMatchObject([{ status: 'charged' }]);
      expect(running.world?.carrier.ledger.history()).toMatchObject([{ status: 'booked' }]);
      return fate;
    } finally {
      await running.close();
    }
  }

  it.each([
    ['as it was', {}],
    ['while the carrier is away', { fault: 'shipping.find=unavailable:7' }],
    ['while the gateway is away', { fault: 'payment.find=unavailable:7' }],
    ['with something else in it', { items: [{ sku: 'SKU001', quantity: 1 }] }],
  ])('is a duplicate that nobody is told of, and the first purchase stands: %s', async (_, again) => {
    expect(await placedAgain(again)).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'duplicate',
      states: ['Validate Order'],
      entered: ['Validate Order', 'Order Already Placed'],
      record: { order: { orderId: '12345' }, failure: { error: 'OrderAlreadyPlaced' } },
      messages: [],
    });
  });
});

describe('an order whose functions have another clock than Step Functions and the ledgers', () => {
  it.each([
    ['the shipment that it booked', { postalCode: 'SIM-TIMEOUT' }],
    ['the charge that it made', { postalCode: 'SIM-REFUSED' }],
  ])('still undoes %s itself: the functions’ clock is not asked', async (_, address) => {
    const clock = createVirtualClock();
    const running = await startWorkflow({ seed: 1, clock, simulators: { clock }, virtualLimits: true });
    try {
      const { execution } = running.place(anOrder().sentTo(address).build());
      expect(await execution.result).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'refunded' } });
      expect(running.world?.gateway.ledger.held()).toBe(0);
      expect(running.world?.carrier.ledger.shipments()).toEqual([]);
    } finally {
      await running.close();
    }
  });
});

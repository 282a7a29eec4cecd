import { createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { parseInjectedFault } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';
import { startWorkflow } from '../src/orders/open-workflow.ts';

/** The synthesized workflow while the carrier answers nothing for so many hours: how so many orders end, and who is told what. */
async function carrierDown(hours: number, count: number) {
  const clock = createVirtualClock();
  const workflow = await startWorkflow({ clock, seed: 1, simulators: { clock }, virtualLimits: true });
  const { switchboard, world, services } = workflow;
  try {
    const faults = ['shipping', 'shipping.find', 'cancel', 'cancel.block'].map((aim) => `${aim}=unavailable`);
    switchboard.set(faults.map((text) => parseInjectedFault(text, faultTargetsHere())));
    clock.setTimer(clock.now() + hours * 3_600_000, () => switchboard.clear());
    const ids = Array.from({ length: count }, (_, index) => `outage-${index}`);
    const placed = ids.map((orderId) => workflow.place(anOrder().with({ orderId }).sentTo().build()));
    const results = await Promise.all(placed.map(({ execution }) => execution.result));
    const told = services.inbox.take();
    return {
      outcomes: new Set(results.map(({ output }) => (output as { outcome: string }).outcome)),
      toldOnce: ids.every((id) => told.filter(({ text }) => text.includes(id)).length <= 1) && told.length === count,
      charged: ids.filter((id) => world!.gateway.ledger.held(id) > 0).length,
      parcels: ids.flatMap((id) => world!.carrier.ledger.shipments(id)).filter(({ status }) => status === 'booked')
        .length,
    };
  } finally {
    await workflow.close();
  }
}

describe('a carrier that is down', () => {
  it('for an hour costs no order: each is paid and sent, and told so once', async () => {
    expect(await carrierDown(1, 60)).toEqual({
      outcomes: new Set(['fulfilled']),
      toldOnce: true,
      charged: 60,
      parcels: 60,
    });
  });

  it('for eight hours has every order refunded, and each customer told so once', async () => {
    expect(await carrierDown(8, 12)).toEqual({
      outcomes: new Set(['refunded']),
      toldOnce: true,
      charged: 0,
      parcels: 0,
    });
  });
});

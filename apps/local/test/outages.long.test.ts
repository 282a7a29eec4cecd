import { createVirtualClock, type VirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { parseInjectedFault } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';

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

/** What becomes of an order that is placed with gateway and carrier on one virtual clock, and of its time. */
async function becomes(
  { token, postalCode }: { readonly token: string; readonly postalCode?: string },
  disturb: (workflow: RunningWorkflow, clock: VirtualClock) => void = () => undefined,
) {
  const clock = createVirtualClock();
  const workflow = await startWorkflow({ clock, seed: 1, simulators: { clock }, virtualLimits: true });
  try {
    disturb(workflow, clock);
    const order = anOrder().with({ orderId: 'slow', paymentToken: token });
    const { execution } = workflow.place((postalCode === undefined ? order : order.sentTo({ postalCode })).build());
    const { output, startDate, stopDate } = await execution.result;
    const told = execution.history().find((event) => event.type === 'TaskSucceeded' && isNotice(event));
    const hoursFrom = (date: Date) => Math.floor((date.getTime() - startDate.getTime()) / 3_600_000);
    return {
      outcome: (output as { outcome: string }).outcome,
      hours: hoursFrom(stopDate),
      toldAfterHours: told && hoursFrom(told.timestamp),
      texts: workflow.services.inbox.take().map(({ text }) => text),
      held: workflow.world!.gateway.ledger.held('slow'),
      struck: workflow.switchboard.list().filter(({ struck }) => struck > 0).length,
    };
  } finally {
    await workflow.close();
  }
}

const isNotice = (event: object) => JSON.stringify(event).includes('notificationId');

describe('money that takes days', () => {
  it('a transfer that settles on day three is waited for, and the order fulfilled', async () => {
    const { outcome, hours, held } = await becomes({ token: 'sim-transfer' });
    expect({ outcome, held: held > 0 }).toEqual({ outcome: 'fulfilled', held: true });
    // Asked for every hour.
    expect([72, 73]).toContain(hours);
  });

  it('a transfer is waited for through twenty scattered faults of the gateway and of Lambda', async () => {
    const faults = [
      'payment.find=unavailable:1',
      'payment=throttled:1',
      'payment.find=cut-before:1',
      'payment=killed:1',
    ];
    const end = await becomes({ token: 'sim-transfer' }, ({ switchboard }, clock) => {
      for (let index = 0; index < 20; index++) {
        const fault = parseInjectedFault(faults[index % faults.length]!, faultTargetsHere());
        clock.setTimer(clock.now() + (index * 3.5 + 1) * 3_600_000, () => switchboard.add(fault));
      }
    });
    expect(end).toMatchObject({ outcome: 'fulfilled', struck: 20 });
  });

  it('a customer who confirms within minutes has the order within the hour; one who does not has nothing charged', async () => {
    expect(await becomes({ token: 'sim-confirmed' })).toMatchObject({ outcome: 'fulfilled', hours: 0 });
    const never = await becomes({ token: 'sim-unconfirmed' });
    expect(never).toMatchObject({ outcome: 'declined', held: 0 });
    expect(never.texts).toEqual([expect.stringContaining('the payment was not confirmed in time')]);
  });

  it('a refund that settles on day three is told of at once, once, and needs nobody', async () => {
    const end = await becomes({ token: 'sim-refund-later', postalCode: 'SIM-REFUSED' });
    expect(end).toMatchObject({ outcome: 'refunded', toldAfterHours: 0, held: 0 });
    expect([72, 73]).toContain(end.hours);
    expect(end.texts).toEqual([expect.stringMatching(/The refund of [\d.]+ EUR is on its way\./)]);
  });
});

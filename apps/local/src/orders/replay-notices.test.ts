import { setImmediate } from 'node:timers/promises';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultAt } from '../../test/fault-at.ts';
import { describeParked } from '../messages/parked-notice.ts';
import { type RunningWorkflow, startWorkflow } from './open-workflow.ts';
import { replayNotices } from './replay-notices.ts';

const clock = createVirtualClock({ start: Date.now() });
let workflow: RunningWorkflow;
let orders = 0;
beforeAll(async () => {
  workflow = await startWorkflow({ clock, simulators: { clock }, virtualLimits: true });
});
afterAll(() => workflow.close());
beforeEach(() => workflow.switchboard.clear());

/** Places an order whose notice is parked; gives the order's id. */
async function parkOne(fault = 'notify=down', changes = {}): Promise<string> {
  const orderId = `parked-${++orders}`;
  workflow.switchboard.set([faultAt(fault)]);
  const { execution } = workflow.place({ ...anOrder().with({ orderId }).build(), ...changes });
  expect(await execution.result).toMatchObject({ output: { notification: { status: 'parked' } } });
  workflow.switchboard.clear();
  return orderId;
}

const published = (orderId: string) =>
  workflow.messages.published().filter(({ attributes }) => attributes['orderId'] === orderId);

describe(replayNotices, () => {
  it('publishes each notice that waits once, oldest first, and takes it out of the queue', async () => {
    const ids = [await parkOne(), await parkOne()];
    expect(await replayNotices(workflow)).toMatchObject(ids.map((orderId) => ({ orderId, published: true })));
    for (const orderId of ids) expect(published(orderId)).toHaveLength(1);
    expect(await replayNotices(workflow)).toEqual([]);
  });

  it('publishes under the notificationId that the notice had, so that who was told before can drop it', async () => {
    const orderId = await parkOne('notify=answer-lost');
    const [told] = published(orderId);
    await replayNotices(workflow);
    const ids = published(orderId).map(({ attributes }) => attributes['notificationId']);
    expect(new Set(ids)).toEqual(new Set([told?.attributes['notificationId']]));
    expect(workflow.services.inbox.take().filter(({ attributes }) => attributes['orderId'] === orderId)).toHaveLength(
      1,
    );
  });

  it('leaves a notice where it is while the topic refuses, with the reason, and publishes it when it takes it', async () => {
    const orderId = await parkOne();
    workflow.switchboard.set([faultAt('notify=down')]);
    expect(await replayNotices(workflow)).toMatchObject([
      { orderId, published: false, reason: 'NotificationsUnavailable' },
    ]);
    expect(workflow.messages.parked()).toHaveLength(1);
    workflow.switchboard.clear();
    expect(await replayNotices(workflow)).toMatchObject([{ orderId, published: true }]);
  });

  it('goes on with the others when one cannot be published', async () => {
    const ids = [await parkOne(), await parkOne()];
    workflow.switchboard.set([faultAt('notify=down:1')]);
    const [first, second] = await replayNotices(workflow);
    expect(first).toMatchObject({ orderId: ids[0], published: false });
    expect(second).toMatchObject({ orderId: ids[1], published: true });
    await replayNotices(workflow);
    expect(workflow.messages.parked()).toEqual([]);
    for (const orderId of ids) expect(published(orderId)).toHaveLength(1);
  });

  it('takes out of the queue, untold, what is no longer so: a later attempt at the order has begun', async () => {
    const orderId = await parkOne('notify=down', { paymentToken: 'sim-declined' });
    workflow.start(anOrder().with({ orderId }).build(), `${orderId}-again`);
    while (workflow.underWay() > 0) await setImmediate();
    expect(await replayNotices(workflow)).toMatchObject([{ orderId, published: false, outdated: true }]);
    expect(workflow.messages.parked()).toEqual([]);
    expect(published(orderId)).toMatchObject([{ attributes: { outcome: 'fulfilled', sequence: '2' } }]);
  });

  it('ends an order whose end the store had not heard of when its notice was parked', async () => {
    const orderId = await parkOne('notify.write=unavailable');
    expect(await replayNotices(workflow)).toMatchObject([{ orderId, published: true }]);
    const [item] =
      (await workflow.tables?.items(String(workflow.assembly.tables[0]?.name)))?.filter((one) =>
        JSON.stringify(one).includes(orderId),
      ) ?? [];
    expect(item).toMatchObject({ status: { S: 'fulfilled' }, notice: { M: { state: { S: 'sent' } } } });
  });

  it('tells a customer whose order was refused as it tells any other', async () => {
    const orderId = await parkOne('notify=down', { paymentToken: 'sim-declined' });
    await replayNotices(workflow);
    expect(published(orderId)).toMatchObject([{ attributes: { outcome: 'declined' } }]);
  });
});

describe(describeParked, () => {
  it('names the order, the outcome and the reason, and nothing of the customer', async () => {
    const orderId = await parkOne('notify=down', { customerName: 'Grace Hopper' });
    const [message] = workflow.messages.parked();
    const described = message && describeParked(message);
    expect(described).toMatchObject({ orderId, outcome: 'fulfilled', reason: 'NotificationsUnavailable' });
    expect(JSON.stringify(described)).not.toMatch(/grace|@/i);
    await replayNotices(workflow);
  });

  it('has no id where the order had no good one', () => {
    const body = JSON.stringify({ order: [], outcome: 'rejected', notification: { status: 'parked', error: 'X' } });
    const message = { messageId: 'm', queueUrl: 'q', body, parkedAt: '2026-03-02T10:00:00.000Z' };
    expect(describeParked(message)).toEqual({
      messageId: 'm',
      outcome: 'rejected',
      parkedAt: '2026-03-02T10:00:00.000Z',
      reason: 'X',
    });
  });
});

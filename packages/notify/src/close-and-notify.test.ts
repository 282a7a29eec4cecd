import type { OrderEnd } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import {
  describeOwnership,
  memoryOrderTable,
  type OrderOwnership,
  type OrderStore,
  orderStoreOver,
} from '@order-workflow/stage-kit/order-store';
import { describe, expect, it } from 'vitest';
import { closeAndNotify } from './close-and-notify.ts';
import type { NotifiableRecord } from './notifiable-record.ts';
import { NotificationsUnavailable, OrderEventsUnavailable, OrderNotOwned } from './notification-failures.ts';
import { notificationReceiptSchema } from './notification-receipt.ts';
import { aNotifiableRecord, failureNote, validation } from './testing/a-notifiable-record.ts';
import { RecordingEventPublisher } from './testing/recording-event-publisher.ts';
import { RecordingNoticePublisher } from './testing/recording-notice-publisher.ts';

const execution = (name: string) => ({
  id: `arn:aws:states:us-east-1:000000000000:execution:orders:${name}`,
  name,
  startedAt: '2026-03-01T10:00:00.000Z',
});
const mine = execution('mine');

/** The store as the first stage left it: each of these claimed the order in turn, and all but the last ended it so. */
async function aWorld(...claims: readonly { readonly by: string; readonly ended?: OrderEnd }[]) {
  const store = orderStoreOver(memoryOrderTable(), () => AbortSignal.timeout(60_000));
  const publisher = new RecordingNoticePublisher();
  const world = { store, publisher, fingerprint: (order: unknown) => JSON.stringify(order) };
  for (const [index, { by, ended }] of claims.entries()) {
    const { id, startedAt } = execution(by);
    const verdict = { order: {}, validation: {} };
    const claim = { orderId: '12345', execution: { id, startedAt }, fingerprint: `content-${index}`, verdict };
    await store.claim({ ...claim, attempt: undefined });
    if (ended) await closeAndNotify(claimed(ended, index + 1, { execution: execution(by) }), world);
  }
  publisher.published.length = 0;
  return world;
}

/** The record of an execution that claimed this attempt, and how it ended. */
function claimed(outcome: OrderEnd, attempt: number, fields: Partial<NotifiableRecord> = {}): NotifiableRecord {
  return aNotifiableRecord(outcome, { validation: { ...validation, attempt }, execution: mine, ...fields });
}

describe(closeAndNotify, () => {
  describe('of an order whose refund is on its way', () => {
    const coming = { refund: { status: 'on-its-way' }, announcing: 'refund' } as const;
    const made = { refund: { status: 'refunded' } } as const;
    const notificationId = 'order-12345-notice-refunded';
    const announced = { status: 'announced', notificationId, messageId: 'message-1', letter: 'no-sender' } as const;
    const next = { orderId: '12345', execution: execution('next'), attempt: undefined, fingerprint: 'another card' };
    // Each by an execution of its own: one that was a duplicate has ended by that.
    const claimNext = ({ store }: { readonly store: OrderStore }, by = next.execution) =>
      store.claim({ ...next, execution: by, verdict: { order: {}, validation: {} } });

    it('tells so at once, and leaves it open: whoever places it again is told why', async () => {
      const world = await aWorld({ by: 'mine' });
      const decision = await closeAndNotify(claimed('refunded', 1, coming), world);
      expect(decision).toEqual({ kind: 'receipt', receipt: announced });
      expect(notificationReceiptSchema.parse(announced)).toEqual(announced);
      expect(world.publisher.published).toMatchObject([{ notificationId, sequence: 1 }]);
      const again = await claimNext(world);
      expect(again).toMatchObject({ answer: 'duplicate', status: 'open' });
      expect(describeOwnership('12345', again as OrderOwnership)).toBe(
        `Order 12345 is open in attempt 1, by execution ${mine.id}: its refund is on the way.`,
      );
    });

    it('closes it once the refund is made, and tells nothing again', async () => {
      const world = await aWorld({ by: 'mine' });
      await closeAndNotify(claimed('refunded', 1, coming), world);
      const decision = await closeAndNotify(claimed('refunded', 1, { ...made, notification: announced }), world);
      expect(decision).toEqual({ kind: 'receipt', receipt: { ...announced, status: 'published-before' } });
      expect(world.publisher.published).toHaveLength(1);
      expect(await claimNext(world)).toMatchObject({ answer: 'owned' });
    });

    it('tells nothing again where no more than the record says that it was told', async () => {
      for (const claims of [[{ by: 'mine' }], []]) {
        const world = await aWorld(...claims);
        const store: OrderStore = { ...world.store, markSent: async () => ({ answer: 'unavailable', detail: 'away' }) };
        const { id, ...unnamed } = mine;
        const by = claims.length > 0 ? {} : { validation, execution: unnamed };
        await closeAndNotify(claimed('refunded', 1, { ...coming, ...by }), { ...world, store });
        const record = claimed('refunded', 1, { ...made, ...by, notification: announced });
        const receipt = { ...announced, status: 'published-before' };
        expect(await closeAndNotify(record, world)).toEqual({ kind: 'receipt', receipt });
        expect(world.publisher.published).toHaveLength(1);
      }
    });

    it('tells at the end what did not get out before, under the same number', async () => {
      const world = await aWorld({ by: 'mine' });
      const away = { ...world, publisher: new RecordingNoticePublisher('unavailable') };
      const lost = await closeAndNotify(claimed('refunded', 1, coming), away);
      expect(lost).toEqual({ kind: 'failure', failure: expect.any(NotificationsUnavailable) });
      expect(await claimNext(world)).toMatchObject({ answer: 'duplicate' });
      const decision = await closeAndNotify(claimed('refunded', 1, made), world);
      expect(decision).toEqual({ kind: 'receipt', receipt: { ...announced, status: 'published' } });
      expect(world.publisher.published).toMatchObject([{ notificationId, sequence: 1 }]);
    });

    it('tells of one whose notice waits in the queue, which has not been told', async () => {
      const parked = claimed('refunded', 1, { ...made, notification: { status: 'parked' } });
      expect(await closeAndNotify(parked, await aWorld({ by: 'mine' }))).toMatchObject({
        receipt: { status: 'published' },
      });
    });

    it('neither closes nor tells of one that was taken over meanwhile, though it was told of before', async () => {
      const world = await aWorld({ by: 'mine' });
      await closeAndNotify(claimed('refunded', 1, coming), world);
      const { id, startedAt } = execution('cancelling');
      await world.store.takeOver({ orderId: '12345', execution: { id, startedAt } });
      for (const fields of [coming, { ...made, notification: announced }])
        expect(await closeAndNotify(claimed('refunded', 1, fields), world)).toMatchObject({
          failure: {
            name: 'OrderNotOwned',
            message: `Order 12345 is cancelling in attempt 1, by execution ${id}.`,
          },
        });
      expect(world.publisher.published).toHaveLength(1);
    });

    it('tells of its cancellation at once too, with a notice of its own, and once', async () => {
      const world = await aWorld({ by: 'mine' });
      await closeAndNotify(claimed('refunded', 1, coming), world);
      const cancelling = execution('cancelling');
      const { id, startedAt } = cancelling;
      await world.store.takeOver({ orderId: '12345', execution: { id, startedAt } });
      const record = { takeover: {}, execution: cancelling } as const;
      const told = await closeAndNotify(claimed('cancelled', 1, { ...record, ...coming }), world);
      const notification = (told as { readonly receipt: typeof announced }).receipt;
      expect(await claimNext(world)).toMatchObject({ answer: 'duplicate', status: 'cancelling' });
      await closeAndNotify(claimed('cancelled', 1, { ...record, ...made, notification }), world);
      expect(world.publisher.published).toMatchObject([
        { notificationId, sequence: 1 },
        { notificationId: 'order-12345-notice-cancelled', sequence: 2 },
      ]);
      const after = { ...next.execution, id: `${next.execution.id}-after` };
      expect(await claimNext(world, after)).toMatchObject({ answer: 'owned' });
    });
  });

  it('closes the order, publishes one notice under the first sequence and leaves its ids', async () => {
    const world = await aWorld({ by: 'mine' });
    const decision = await closeAndNotify(claimed('declined', 1), world);
    const receipt = {
      status: 'published',
      notificationId: 'order-12345-notice-declined',
      messageId: 'message-1',
      letter: 'no-sender',
    };
    expect(decision).toEqual({ kind: 'receipt', receipt });
    expect(notificationReceiptSchema.parse(receipt)).toEqual(receipt);
    expect(world.publisher.published).toMatchObject([
      { outcome: 'declined', customerEmail: 'test@example.com', sequence: 1 },
    ]);
  });

  it('publishes nothing again once it is known to be published, and says so', async () => {
    const world = await aWorld({ by: 'mine' });
    await closeAndNotify(claimed('declined', 1), world);
    expect(await closeAndNotify(claimed('declined', 1), world)).toEqual({
      kind: 'receipt',
      receipt: { status: 'published-before', notificationId: 'order-12345-notice-declined', letter: 'no-sender' },
    });
    expect(world.publisher.published).toHaveLength(1);
  });

  it('publishes under the same id and sequence when it is not known whether the first went out', async () => {
    const world = await aWorld({ by: 'mine' });
    const unmarked: OrderStore = {
      ...world.store,
      markSent: async () => ({ answer: 'unavailable', detail: 'the table is away' }),
    };
    expect(await closeAndNotify(claimed('declined', 1), { ...world, store: unmarked })).toMatchObject({
      kind: 'receipt',
    });
    await closeAndNotify(claimed('declined', 1), world);
    const [first, second] = world.publisher.published;
    expect(second).toEqual(first);
  });

  it('tells of a later attempt under its own id and the next sequence', async () => {
    const world = await aWorld({ by: 'first', ended: 'declined' }, { by: 'mine' });
    await closeAndNotify(claimed('declined', 2), world);
    expect(world.publisher.published).toMatchObject([{ notificationId: 'order-12345.2-notice-declined', sequence: 2 }]);
  });

  it('learns from the store which attempt was rejected, since the record has no receipt that says it', async () => {
    const world = await aWorld({ by: 'first', ended: 'declined' }, { by: 'mine' });
    const failure = failureNote('validation', 'OrderRejected', 'items: missing');
    await closeAndNotify(aNotifiableRecord('rejected', { execution: mine, failure }), world);
    expect(world.publisher.published).toMatchObject([{ notificationId: 'order-12345.2-notice-rejected', sequence: 2 }]);
  });

  it.each([
    [true, 'test@example.com', 'by-mailer'],
    [true, 'no address', 'no-address'],
    [false, 'test@example.com', 'no-sender'],
  ])('says whether the customer gets a letter: with a sender %s, at %j: %s', async (mails, customerEmail, letter) => {
    const order = anOrder().with({ customerEmail }).build();
    const world = { ...(await aWorld({ by: 'mine' })), mails };
    expect(await closeAndNotify(claimed('rejected', 1, { order }), world)).toMatchObject({ receipt: { letter } });
  });

  it('tells nobody of an order that another execution owns, and says whose it is', async () => {
    const world = await aWorld({ by: 'another' });
    for (const record of [claimed('fulfilled', 1), aNotifiableRecord('rejected', { execution: mine })]) {
      const decision = await closeAndNotify(record, world);
      expect(decision).toEqual({ kind: 'failure', failure: expect.any(OrderNotOwned) });
      expect(decision).toHaveProperty(
        'failure.message',
        `Order 12345 is open in attempt 1, by execution ${execution('another').id}.`,
      );
    }
    expect(world.publisher.published).toEqual([]);
  });

  it('tells of an order from before there were claims as then, and writes its item', async () => {
    const world = await aWorld();
    const { id, ...unnamed } = mine;
    await closeAndNotify(aNotifiableRecord('fulfilled', { validation, execution: unnamed }), world);
    expect(world.publisher.published).toMatchObject([{ notificationId: 'order-12345-notice-fulfilled', sequence: 1 }]);
    const late = { orderId: '12345', execution: execution('late'), attempt: undefined, fingerprint: 'other' };
    expect(await world.store.claim({ ...late, verdict: { rejection: [] } })).toEqual({
      answer: 'duplicate',
      owner: { id: 'mine', startedAt: mine.startedAt },
      attempt: 1,
      status: 'fulfilled',
    });
  });

  it('tells of an order from before there were claims also where another has claimed it meanwhile', async () => {
    const world = await aWorld({ by: 'another' });
    const { id, ...unnamed } = mine;
    for (const fields of [{ validation, execution: unnamed }, { validation, execution: mine }, { execution: unnamed }])
      expect(await closeAndNotify(aNotifiableRecord('refunded', fields), world)).toMatchObject({ kind: 'receipt' });
    expect(world.publisher.published).toHaveLength(3);
    for (const notice of world.publisher.published) expect(notice).not.toHaveProperty('sequence');
  });

  it('tells of an order without an id that can be read, and closes nothing', async () => {
    const world = await aWorld();
    const store: OrderStore = { ...world.store, close: () => Promise.reject(new Error('closed')) };
    const record = aNotifiableRecord('rejected', { order: { orderId: 'a@b' }, execution: mine });
    expect(await closeAndNotify(record, { ...world, store })).toMatchObject({ kind: 'receipt' });
  });

  it('is a fault when the topic is away, to be retried and then parked', async () => {
    const world = { ...(await aWorld({ by: 'mine' })), publisher: new RecordingNoticePublisher('unavailable') };
    const decision = await closeAndNotify(claimed('fulfilled', 1), world);
    expect(decision).toEqual({ kind: 'failure', failure: expect.any(NotificationsUnavailable) });
    expect(decision).toHaveProperty('failure.message', 'the topic is away');
  });

  it('is a fault when the store is away, and tells nothing that may be untrue', async () => {
    const world = await aWorld({ by: 'mine' });
    const store: OrderStore = { ...world.store, close: async () => ({ answer: 'unavailable', detail: 'throttled' }) };
    expect(await closeAndNotify(claimed('fulfilled', 1), { ...world, store })).toMatchObject({
      failure: { name: 'OrderStoreUnavailable', message: 'throttled' },
    });
    expect(world.publisher.published).toEqual([]);
  });

  it('lets a notice that the topic refuses for what it is fail as a defect', async () => {
    const publish = async () => {
      throw new RangeError('Invalid parameter: Subject');
    };
    const world = { ...(await aWorld({ by: 'mine' })), publisher: { publish } };
    await expect(closeAndNotify(claimed('fulfilled', 1), world)).rejects.toThrow(RangeError);
  });

  describe('with a bus for events', () => {
    const away = () => new RecordingEventPublisher('unavailable');
    const ids = (events: RecordingEventPublisher) => events.published.map(({ id }) => id);

    it('publishes an event of the end, under the id of the notice and its number', async () => {
      const events = new RecordingEventPublisher();
      const world = { ...(await aWorld({ by: 'first', ended: 'declined' }, { by: 'mine' })), events };
      expect(await closeAndNotify(claimed('fulfilled', 2), world)).toMatchObject({ kind: 'receipt' });
      expect(events.published).toMatchObject([
        { id: 'order-12345.2-notice-fulfilled-2', sequence: 2, orderId: '12345', attempt: 2, outcome: 'fulfilled' },
      ]);
    });

    it('tells the customer, once, though the bus is away, and publishes the event when it is back', async () => {
      const world = await aWorld({ by: 'mine' });
      for (const _ of [1, 2])
        expect(await closeAndNotify(claimed('declined', 1), { ...world, events: away() })).toEqual({
          kind: 'failure',
          failure: expect.any(OrderEventsUnavailable),
        });
      const events = new RecordingEventPublisher();
      expect(await closeAndNotify(claimed('declined', 1), { ...world, events })).toMatchObject({
        receipt: { status: 'published-before' },
      });
      expect(world.publisher.published).toHaveLength(1);
      expect(ids(events)).toEqual(['order-12345-notice-declined-1']);
    });

    it('tells the customer though the bus refuses, which is then said', async () => {
      const world = await aWorld({ by: 'mine' });
      const events = { publish: () => Promise.reject(new Error('no such bus')) };
      await expect(closeAndNotify(claimed('declined', 1), { ...world, events })).rejects.toThrow('no such bus');
      expect(world.publisher.published).toHaveLength(1);
    });

    it('publishes the event though the topic is away', async () => {
      const events = new RecordingEventPublisher();
      const publisher = new RecordingNoticePublisher('unavailable');
      expect(
        await closeAndNotify(claimed('declined', 1), { ...(await aWorld({ by: 'mine' })), publisher, events }),
      ).toEqual({
        kind: 'failure',
        failure: expect.any(NotificationsUnavailable),
      });
      expect(ids(events)).toEqual(['order-12345-notice-declined-1']);
    });

    it('publishes nothing of what is only announced, also of an order that is nobody’s', async () => {
      const events = new RecordingEventPublisher('unavailable');
      const coming = claimed('refunded', 1, { refund: { status: 'on-its-way' }, announcing: 'refund' });
      const { execution: _, ...nobodys } = coming;
      const world = { ...(await aWorld({ by: 'mine' })), events };
      expect(await closeAndNotify(nobodys, world)).toMatchObject({ receipt: { status: 'announced' } });
    });

    it('publishes it once an order has ended, and not while that is only announced', async () => {
      const events = new RecordingEventPublisher();
      const world = { ...(await aWorld({ by: 'mine' })), events };
      const coming = claimed('refunded', 1, { refund: { status: 'on-its-way' }, announcing: 'refund' });
      const announced = await closeAndNotify(coming, world);
      expect(announced).toMatchObject({ receipt: { status: 'announced' } });
      expect(ids(events)).toEqual([]);
      const notification = (announced as { readonly receipt: { readonly status: string } }).receipt;
      const made = claimed('refunded', 1, { refund: { status: 'refunded' }, notification });
      await closeAndNotify(made, world);
      expect(ids(events)).toEqual(['order-12345-notice-refunded-1']);
      expect(world.publisher.published).toHaveLength(1);
    });

    it("publishes none of an order that is another's, and one of an order that nobody can own", async () => {
      const events = new RecordingEventPublisher();
      const world = { ...(await aWorld({ by: 'another' })), events };
      expect(await closeAndNotify(claimed('fulfilled', 1), world)).toMatchObject({ kind: 'failure' });
      expect(ids(events)).toEqual([]);
      await closeAndNotify(aNotifiableRecord('rejected', { order: 'no order', execution: mine }), world);
      expect(events.published).toMatchObject([{ outcome: 'rejected' }]);
      expect(events.published[0]).not.toHaveProperty('sequence');
    });
  });
});

import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aboutOrder, aPost, aWorld } from '../../test/a-world.ts';
import { answerCancellation } from './answer-cancellation.ts';
import { answerPost } from './answer-post.ts';
import { orderStandingSchema } from './order-standing.ts';
import { showOrder } from './show-order.ts';

const order = anOrder().build();
const total = { amount: 3998, currency: 'EUR' };

/** A world in which the order was placed and claimed. */
async function placed() {
  const world = aWorld();
  await answerPost(aPost(order), world.ports);
  await world.claim(world.started[0]!);
  return { ...world, first: world.started[0]!, show: () => showOrder(aboutOrder('12345'), world.ports) };
}

describe(showOrder, () => {
  it('knows nothing of an order that nobody placed, nor of what can be no id', async () => {
    const { ports } = aWorld();
    for (const id of ['12345', 'a@b', '4242424242424242', ''])
      expect(await showOrder({ ...aboutOrder('1'), path: { id } }, ports)).toMatchObject({ status: 404 });
  });

  it('shows an order from the moment on that it was accepted', async () => {
    const { ports } = aWorld();
    await answerPost(aPost(order), ports);
    expect(await showOrder(aboutOrder('12345'), ports)).toMatchObject({
      status: 200,
      headers: { 'retry-after': '1' },
      body: { status: 'accepted', attempt: 1, money: { state: 'unsettled' }, parcel: { state: 'undecided' } },
    });
  });

  it('shows the attempt that was accepted, and not the end of the one before it', async () => {
    const { ports, started, first, end, show } = await placed();
    await end(first, 'declined');
    await answerPost(aPost({ ...order, paymentToken: 'tok_2' }, 'key-2'), ports);
    expect(await show()).toMatchObject({ body: { status: 'accepted', attempt: 2 } });
    started[1]!.standing = { status: 'FAILED' };
    expect(await show()).toMatchObject({ body: { status: 'accepted', attempt: 2, progress: 'needs-a-person' } });
  });

  it('says of a fulfilled order whose cancellation was accepted that it is being cancelled, before that came to it (regression: who asked at once was told it had ended)', async () => {
    const { ports, started, first, end, show, takeOver } = await placed();
    await end(first, 'fulfilled');
    expect(await show()).toMatchObject({ body: { status: 'fulfilled', progress: 'ended' } });
    await answerCancellation(aboutOrder('12345'), ports);
    const cancelling = { status: 'cancelling', progress: 'working', money: { state: 'unsettled' }, askAgainSeconds: 2 };
    expect(await show()).toMatchObject({ status: 200, headers: { 'retry-after': '2' }, body: cancelling });
    await takeOver(started[1]!);
    expect(await show()).toMatchObject({ body: { status: 'cancelling', progress: 'working' } });
    started[1]!.standing = { status: 'FAILED' };
    expect(await show()).toMatchObject({ body: { status: 'cancelling', progress: 'needs-a-person' } });
  });

  it('says while it is worked on when to ask again: after a tenth of its age', async () => {
    const { show } = await placed();
    expect(await show()).toMatchObject({
      status: 200,
      headers: { 'retry-after': '2' },
      body: { status: 'open', progress: 'working', money: { state: 'unsettled', total }, askAgainSeconds: 2 },
    });
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'] as const)(
    'says of one whose execution is %s that it needs a person',
    async (status) => {
      const { first, show } = await placed();
      first.standing = { status };
      const answer = await show();
      expect(answer).toMatchObject({ body: { status: 'open', progress: 'needs-a-person' } });
      expect(answer.headers).not.toHaveProperty('retry-after');
    },
  );

  it('says what became of money and parcel of one that was fulfilled', async () => {
    const { first, end, show } = await placed();
    const shipment = {
      shipmentId: 's',
      trackingNumber: 'T1',
      carrier: 'Example Post',
      estimatedDelivery: '2026-03-04',
    };
    await end(first, 'fulfilled', { shipment });
    const { shipmentId: _, ...told } = shipment;
    expect(await show()).toMatchObject({
      body: {
        status: 'fulfilled',
        progress: 'ended',
        money: { state: 'charged', total },
        parcel: { state: 'sent', ...told },
      },
    });
  });

  it('has whoever watches ask once more where the order has ended and its execution has not, which says more in its output', async () => {
    const { first, end, show } = await placed();
    await end(first, 'fulfilled');
    first.standing = { status: 'RUNNING' };
    expect(await show()).toMatchObject({
      headers: { 'retry-after': '2' },
      body: { progress: 'ended', askAgainSeconds: 2 },
    });
  });

  it('tells of the parcel that stands when it was too late to cancel it', async () => {
    const { first, end, show } = await placed();
    await end(first, 'fulfilled', { cancellation: { standing: { trackingNumber: 'T9' } } });
    expect(await show()).toMatchObject({ body: { parcel: { state: 'sent', trackingNumber: 'T9' } } });
  });

  it('says that nothing is held of one that was refunded, and how that came', async () => {
    const { first, end, show } = await placed();
    await end(first, 'refunded', { refund: { status: 'refunded' } });
    expect(await show()).toMatchObject({
      body: {
        status: 'refunded',
        money: { state: 'nothing-held', refund: 'refunded', total },
        parcel: { state: 'none' },
      },
    });
  });

  it('says why the payment was declined', async () => {
    const { first, end, show } = await placed();
    const cause = JSON.stringify({ errorType: 'PaymentDeclined', errorMessage: 'The card has expired.' });
    await end(first, 'declined', { failure: { stage: 'payment', error: 'PaymentDeclined', cause } });
    expect(await show()).toMatchObject({
      body: { reasons: ['The card has expired.'], money: { state: 'nothing-held' } },
    });
  });

  it('shows the order where its execution is not kept any more, or never was', async () => {
    const { first, end, show } = await placed();
    await end(first, 'fulfilled');
    first.standing = { status: 'UNKNOWN' };
    expect(await show()).toMatchObject({ body: { status: 'fulfilled', money: { state: 'charged', total } } });
  });

  it('gives nothing away of the customer, whatever stands in the output', async () => {
    const { first, end, show } = await placed();
    await end(first, 'fulfilled', { order: { ...order, customerName: 'Jane Doe' }, payment: { chargeId: 'ch_1' } });
    const text = JSON.stringify(await show());
    for (const mark of [order.customerEmail, 'Jane', 'SKU001', 'ch_1']) expect(text).not.toContain(mark);
  });

  it('answers as the schema of its document says', async () => {
    const { first, end, show } = await placed();
    expect(orderStandingSchema.safeParse((await show()).body).error).toBeUndefined();
    await end(first, 'fulfilled');
    expect(orderStandingSchema.safeParse((await show()).body).error).toBeUndefined();
  });
});

import { orderEnds } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { composeNotice } from './compose-notice.ts';
import type { NotifiableRecord } from './notifiable-record.ts';
import { aNotifiableRecord, failureNote, shipment, validation } from './testing/a-notifiable-record.ts';

/** What stages have to say of their failures. */
const apologies = {
  payment: { failed: 'your payment could not be completed', rejections: [] },
  shipment: {
    failed: 'your order could not be sent',
    rejected: 'your order cannot be sent',
    rejections: ['ShipmentRefused'],
  },
};

/** As a person reads it. */
function written(record: NotifiableRecord): string {
  const { subject, text } = composeNotice(record, apologies);
  return `${subject}\n\n${text}`;
}

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const named = anOrder().with({ customerName: 'Zoë 山田' }).build();

describe(composeNotice, () => {
  it('tells of an order that is on its way', () => {
    expect(written(aNotifiableRecord('fulfilled', { validation, shipment }))).toMatchInlineSnapshot(`
      "Order 12345: paid and on its way

      Hello,

      Thank you for your order. Your payment has been received.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      It travels with Swift Parcels (Standard) and should arrive on 2026-03-04.
      Tracking number: SP123456789
      "
    `);
  });

  it('tells where the money is of an order that a stage behind its payment rejected', () => {
    const failure = failureNote('points', 'PointsRefused', 'The account is closed.');
    const rejected = (status: 'refunded' | 'on-its-way') =>
      written(aNotifiableRecord('rejected', { validation, failure, refund: { status, amount: validation.total } }));
    expect(rejected('refunded')).toContain('could not accept your order. We have refunded 39.98 EUR.');
    expect(rejected('refunded')).not.toContain('Nothing has been charged');
    expect(rejected('on-its-way')).toContain('this same order once the refund is made');
  });

  it('tells of a parcel that stands what a stage behind it could not do, and nothing of the parcel’s own failure', () => {
    const failed = (stage: string, error: string, ...reasons: readonly string[]) =>
      composeNotice(
        aNotifiableRecord('fulfilled', { validation, shipment, failure: failureNote(stage, error, ...reasons) }),
        {
          ...apologies,
          points: { failed: 'your points were not granted', rejections: ['PointsRefused'] },
        },
      );
    const { subject, text } = failed('points', 'PointsRefused', 'The account is closed.');
    expect(subject).toBe('Order 12345: paid and on its way');
    expect(text).toMatch(
      /SP123456789\n\nWe are sorry: your points were not granted \(The account is closed\)\. All else of your order stands\.\n$/,
    );
    expect(failed('wrapping', 'States.Timeout').text).toContain(
      'We are sorry: a part of it could not be done. All else',
    );
    expect(failed('shipment', 'States.Timeout').text).not.toContain('sorry');
  });

  it('tells of an order that was cancelled where its money is, and that it was asked for', () => {
    const refund = { status: 'refunded', amount: validation.total } as const;
    const takeover = {};
    expect(written(aNotifiableRecord('cancelled', { validation, refund, takeover }))).toMatchInlineSnapshot(`
      "Order 12345: cancelled and refunded

      Hello,

      Your order has been cancelled, as was asked for. Nothing will be sent.

      We have refunded 39.98 EUR. Depending on your bank it takes a few days to arrive.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      You are welcome to order again.
      "
    `);
    const untouched = composeNotice(aNotifiableRecord('cancelled', { validation, refund: { status: 'nothing-held' } }));
    expect([untouched.subject, untouched.text.includes('You have not been charged.')]).toEqual([
      'Order 12345: cancelled',
      true,
    ]);
    const unknown = composeNotice({ outcome: 'cancelled', order: { orderId: '12345' } });
    expect(unknown).toMatchObject({ orderId: '12345', notificationId: 'order-12345-notice-cancelled' });
    expect(unknown).not.toHaveProperty('customerEmail');
  });

  it('tells in a notice of its own that an order stands which was cancelled too late', () => {
    const record = aNotifiableRecord('fulfilled', { validation, shipment, takeover: {} });
    expect(written(record)).toMatchInlineSnapshot(`
      "Order 12345: cannot be cancelled

      Hello,

      Your order was to be cancelled, but its parcel has left already. So it stands as you placed it.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      It travels with Swift Parcels (Standard) and should arrive on 2026-03-04.
      Tracking number: SP123456789
      "
    `);
    expect(composeNotice(record).notificationId).toBe('order-12345-notice-not-cancelled');
    expect(composeNotice(record).outcome).toBe('fulfilled');
  });

  it('says that there is nothing to pay of an order that costs nothing, when it goes well and when it does not', () => {
    const free = { ...validation, total: { amount: 0, currency: 'EUR' } };
    const sent = composeNotice(aNotifiableRecord('fulfilled', { validation: free, shipment }));
    expect(sent.subject).toBe('Order 12345: on its way');
    expect(sent.text).toContain('Thank you for your order. There is nothing to pay.');
    expect(sent.text).not.toContain('received');
    const failure = failureNote('shipment', 'ShipmentRefused', 'The carrier does not take the parcel.');
    const undone = aNotifiableRecord('refunded', { validation: free, failure, refund: { status: 'nothing-held' } });
    expect(composeNotice(undone).text).toContain('There was nothing to pay.');
  });

  it('names an order in another script in the text, since a subject is ASCII', () => {
    const order = anOrder().with({ orderId: '注文-12' }).build();
    const { subject, text } = composeNotice({ ...aNotifiableRecord('fulfilled', { validation, shipment }), order });
    expect(subject).toBe('Your order: paid and on its way');
    expect(text).toContain('This is about order 注文-12.');
  });

  it('tells of an order that is kept for collection, and greets by name', () => {
    const pickup = { ...shipment, carrier: 'the shop', service: 'Pickup' };
    expect(
      written(aNotifiableRecord('fulfilled', { order: named, validation, shipment: pickup })),
    ).toMatchInlineSnapshot(`
      "Order 12345: ready for collection soon

      Hello Zoë 山田,

      Thank you for your order. Your payment has been received.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      It can be collected from the shop from 2026-03-04.
      Tracking number: SP123456789
      "
    `);
  });

  it('tells what has to change in an order that was rejected', () => {
    const failure = failureNote(
      'validation',
      'OrderRejected',
      'items[0].quantity: given 0, expected at least 1',
      'order: unknown key "price"',
    );
    expect(written(aNotifiableRecord('rejected', { failure }))).toMatchInlineSnapshot(`
      "Order 12345: could not be accepted

      Hello,

      We could not accept your order. Nothing has been charged.

      What needs to change:
        - items[0].quantity: given 0, expected at least 1
        - order: unknown key "price"

      You are welcome to correct it and order again.
      "
    `);
  });

  it('tells why a payment was declined', () => {
    const failure = failureNote('payment', 'PaymentDeclined', 'The card has expired.');
    expect(written(aNotifiableRecord('declined', { validation, failure }))).toMatchInlineSnapshot(`
      "Order 12345: payment declined

      Hello,

      Your payment was declined, so nothing has been charged and nothing will be sent.

      The card has expired.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      You are welcome to order again with another way to pay.
      "
    `);
  });

  it('tells of the refund when an order cannot be sent', () => {
    const failure = failureNote('shipment', 'ShipmentRefused', 'The carrier does not serve this address.');
    const refund = { status: 'refunded', amount: euro(3998) } as const;
    expect(written(aNotifiableRecord('refunded', { validation, failure, refund }))).toMatchInlineSnapshot(`
      "Order 12345: cancelled and refunded

      Hello,

      We are sorry: your order cannot be sent (The carrier does not serve this address), so the order has been cancelled.

      We have refunded 39.98 EUR. Depending on your bank it takes a few days to arrive.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      You are welcome to order again.
      "
    `);
  });

  it('does not tell the customer of a time-out, only of what follows from it', () => {
    const failure = { stage: 'shipment', error: 'States.Timeout', cause: 'The task timed out after 20 seconds' };
    const refund = { status: 'voided' } as const;
    expect(written(aNotifiableRecord('refunded', { validation, failure, refund }))).toMatchInlineSnapshot(`
      "Order 12345: cancelled

      Hello,

      We are sorry: your order could not be sent, so the order has been cancelled.

      The payment of 39.98 EUR has been cancelled before it was taken.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      You are welcome to order again.
      "
    `);
  });

  it.each([
    [
      'in its own words, of a stage that a team has put in between',
      'giftWrap',
      'PaperAway',
      'your gift could not be wrapped',
    ],
    ['with the reason of a rejection', 'giftWrap', 'TooLarge', 'your gift could not be wrapped (It is too large)'],
    ['in general, of a stage without words', 'fraudCheck', 'TypeError', 'your order could not be completed'],
  ])('tells of a failure %s', (_, stage, error, words) => {
    const giftWrap = { failed: 'your gift could not be wrapped', rejections: ['TooLarge'] };
    const failure = failureNote(stage, error, 'It is too large.');
    const { text } = composeNotice(aNotifiableRecord('refunded', { failure }), { giftWrap });
    expect(text).toContain(`We are sorry: ${words}, so the order has been cancelled.`);
  });

  it('says of a refund that the gateway has accepted that it is on its way', () => {
    const failure = failureNote('shipment', 'ShipmentRefused', 'The carrier does not serve this address.');
    const { subject, text } = composeNotice(
      aNotifiableRecord('refunded', { validation, failure, refund: { status: 'on-its-way' } }),
      apologies,
    );
    expect(subject).toBe('Order 12345: cancelled, refund coming');
    expect(text).toContain('The refund of 39.98 EUR is on its way.');
    expect(text).not.toContain('We have refunded');
    expect(text).toContain('and this same order once the refund is made.');
    const order = anOrder().with({ locale: 'de' }).build();
    const german = composeNotice(
      aNotifiableRecord('cancelled', { order, validation, refund: { status: 'on-its-way' } }),
    ).text;
    expect(german).toContain('diese Bestellung wiederholen, sobald das Geld erstattet ist.');
  });

  it('says of a payment that never came what is true of a transfer and of a card that nobody confirmed', () => {
    const awaited = { error: 'PaymentPending', failed: 'your payment was not completed in time' };
    const words = { payment: { ...apologies.payment, awaited } };
    const text = (error: string) =>
      composeNotice(
        aNotifiableRecord('refunded', {
          validation,
          failure: failureNote('payment', error, 'order-1-charge: a transfer is under way.'),
          refund: { status: 'voided' },
        }),
        words,
      ).text;
    expect(text('PaymentPending')).toContain('We are sorry: your payment was not completed in time, so');
    expect(text('PaymentOutcomeUnknown')).toContain('We are sorry: your payment could not be completed, so');
  });

  it('speaks of no refund when nothing had been charged', () => {
    const failure = failureNote('payment', 'GatewayUnavailable', 'connect ECONNREFUSED 10.0.0.7:443');
    expect(
      written(aNotifiableRecord('refunded', { validation, failure, refund: { status: 'nothing-held' } })),
    ).toMatchInlineSnapshot(`
      "Order 12345: cancelled

      Hello,

      We are sorry: your payment could not be completed, so the order has been cancelled.

      You have not been charged.

        2 x Espresso cup: 39.98 EUR
        Total: 39.98 EUR

      You are welcome to order again.
      "
    `);
  });

  it.each(orderEnds)('finds words for an order that was %s of which nothing else is known', (outcome) => {
    const { subject, text } = composeNotice({ outcome, order: null });
    expect(subject).toMatch(/^Your order: [a-z ]+$/);
    expect(text).toMatch(/^Hello,\n\n\w.+\n$/s);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('addresses a notice by order and e-mail address, and names its outcome', () => {
    expect(composeNotice(aNotifiableRecord('declined'))).toMatchObject({
      notificationId: 'order-12345-notice-declined',
      outcome: 'declined',
      orderId: '12345',
      customerEmail: 'test@example.com',
    });
  });

  it('uses of a rejected order what can be read of it', () => {
    const notice = composeNotice(
      aNotifiableRecord('rejected', { order: { orderId: 'a@b', customerEmail: 'jane@example.com' } }),
    );
    expect(notice).not.toHaveProperty('orderId');
    expect(notice.customerEmail).toBe('jane@example.com');
    expect(notice.subject).toBe('Your order: could not be accepted');
    expect(notice.notificationId).toMatch(/^order-unidentified-[0-9a-f]{16}-notice-rejected$/);
  });

  it('stays within 99 characters of subject for the longest order number that is to be collected', () => {
    const order = anOrder()
      .with({ orderId: 'x'.repeat(64) })
      .build();
    const { subject } = composeNotice(
      aNotifiableRecord('fulfilled', { order, shipment: { ...shipment, service: 'Pickup' } }),
    );
    expect(subject.length).toBeLessThan(100);
  });
});

import { orderEnds } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { composeNotice } from '../compose-notice.ts';
import type { NotifiableRecord } from '../notifiable-record.ts';
import { aNotifiableRecord, failureNote, shipment, validation } from '../testing/a-notifiable-record.ts';
import { languageOf, languages } from './languages.ts';

const apologies = {
  payment: {
    failed: 'your payment could not be completed',
    rejections: [],
    awaited: { error: 'PaymentPending', failed: 'your payment was not completed in time' },
    in: { de: { failed: 'Ihre Zahlung konnte nicht abgeschlossen werden', awaited: 'Ihre Zahlung kam zu spät' } },
  },
  shipment: {
    failed: 'your order could not be sent',
    rejections: ['ShipmentRefused'],
    in: { de: { failed: 'nicht verschickt', rejected: 'Ihre Bestellung kann nicht verschickt werden' } },
  },
  giftWrap: { failed: 'your gift could not be wrapped', rejections: [] },
};

/** As a person reads it who is written to in German. */
function german(record: NotifiableRecord, order: object = {}): string {
  const { subject, text } = composeNotice(
    { ...record, order: { ...anOrder().build(), locale: 'de-AT', ...order } },
    apologies,
  );
  return `${subject}\n\n${text}`;
}

const refund = { status: 'refunded', amount: validation.total } as const;

describe(languageOf, () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['den', 'en'],
    [undefined, 'en'],
    ['Deutsch bitte', 'en'],
    [{}, 'en'],
  ])('reads %j as %s: by its first part, and else in the language of the shop', (locale, tag) => {
    expect(languageOf(locale).tag).toBe(tag);
  });
});

describe.each(languages)('$tag', ({ notices, tag }) => {
  it('has words of its own for every notice', () => {
    expect(Object.keys(notices).sort()).toEqual([...orderEnds, 'not-cancelled'].sort());
    for (const other of languages.filter((one) => one.tag !== tag))
      for (const [kind, words] of Object.entries(notices)) {
        const record = aNotifiableRecord('fulfilled', { validation, shipment, refund });
        const [own, theirs] = [words, other.notices[kind as keyof typeof notices]].map((say) => say(record, apologies));
        expect(own?.subject, kind).not.toBe(theirs?.subject);
        for (const paragraph of own?.paragraphs ?? []) expect(theirs?.paragraphs, kind).not.toContain(paragraph);
      }
  });
});

describe('a notice in German', () => {
  it('tells of an order that is on its way', () => {
    const record = aNotifiableRecord('fulfilled', { validation, shipment });
    expect(german(record, { customerName: 'Zoë' })).toMatchInlineSnapshot(`
      "Bestellung 12345: bezahlt und unterwegs

      Guten Tag Zoë,

      Vielen Dank für Ihre Bestellung. Ihre Zahlung ist eingegangen.

        2 x Espresso cup: 39,98 EUR
        Summe: 39,98 EUR

      Ihre Bestellung ist mit Swift Parcels (Standard) unterwegs und kommt voraussichtlich am 04.03.2026 an.
      Sendungsnummer: SP123456789
      "
    `);
  });

  it('tells of one that is kept for collection, and in another script', () => {
    const pickup = { ...shipment, carrier: 'Swift Parcels', service: 'Pickup' };
    const record = aNotifiableRecord('fulfilled', { validation, shipment: pickup });
    expect(german(record, { orderId: '注文-12' })).toMatchInlineSnapshot(`
      "Ihre Bestellung: bald abholbereit

      Guten Tag,

      Es geht um Bestellung 注文-12.

      Vielen Dank für Ihre Bestellung. Ihre Zahlung ist eingegangen.

        2 x Espresso cup: 39,98 EUR
        Summe: 39,98 EUR

      Sie können Ihre Bestellung ab 04.03.2026 abholen (Swift Parcels).
      Sendungsnummer: SP123456789
      "
    `);
  });

  it('tells of a declined payment, with the reason as the stage said it', () => {
    const failure = failureNote('payment', 'PaymentDeclined', 'The card was declined: insufficient funds.');
    expect(german(aNotifiableRecord('declined', { validation, failure }))).toMatchInlineSnapshot(`
      "Bestellung 12345: Zahlung abgelehnt

      Guten Tag,

      Ihre Zahlung wurde abgelehnt. Es wurde nichts abgebucht, und es wird nichts verschickt.

      Der Grund, auf Englisch:
      The card was declined: insufficient funds.

        2 x Espresso cup: 39,98 EUR
        Summe: 39,98 EUR

      Sie können gern mit einer anderen Zahlungsart wieder bestellen.
      "
    `);
  });

  it('tells what has to change in an order that was rejected, also for its locale', () => {
    const failure = failureNote('validation', 'OrderRejected', 'items[0].quantity: given 0, expected at least 1');
    expect(german(aNotifiableRecord('rejected', { failure }))).toMatchInlineSnapshot(`
      "Bestellung 12345: nicht angenommen

      Guten Tag,

      Wir konnten Ihre Bestellung nicht annehmen. Es wurde nichts berechnet.

      Was sich ändern muss, auf Englisch:
        - items[0].quantity: given 0, expected at least 1

      Sie können sie gern berichtigen und wieder bestellen.
      "
    `);
    expect(german(aNotifiableRecord('rejected', { failure }), { locale: 'deutsch' })).toContain(
      'could not be accepted',
    );
  });

  it('tells where the money is of an order that a stage behind its payment rejected', () => {
    const failure = failureNote('giftWrap', 'GiftRefused', 'This cannot be wrapped.');
    const rejected = (status: 'refunded' | 'on-its-way') =>
      german(aNotifiableRecord('rejected', { validation, failure, refund: { ...refund, status } }));
    expect(rejected('refunded')).toContain('nicht annehmen. Wir haben 39,98 EUR erstattet.');
    expect(rejected('refunded')).not.toContain('nichts berechnet');
    expect(rejected('on-its-way')).toContain('sobald das Geld erstattet ist');
  });

  it('tells of a parcel that was refused, and of a payment that never came', () => {
    const failure = failureNote('shipment', 'ShipmentRefused', 'The carrier does not take the parcel.');
    expect(german(aNotifiableRecord('refunded', { validation, failure, refund }))).toMatchInlineSnapshot(`
      "Bestellung 12345: storniert, erstattet

      Guten Tag,

      Es tut uns leid: Ihre Bestellung kann nicht verschickt werden (auf Englisch: The carrier does not take the parcel). Wir haben die Bestellung deshalb storniert.

      Wir haben 39,98 EUR erstattet. Je nach Bank dauert es einige Tage, bis das Geld ankommt.

        2 x Espresso cup: 39,98 EUR
        Summe: 39,98 EUR

      Sie können gern wieder bestellen.
      "
    `);
    const late = failureNote('payment', 'PaymentPending', 'x');
    expect(german(aNotifiableRecord('refunded', { failure: late }))).toContain('leid: Ihre Zahlung kam zu spät. Wir');
    const failed = failureNote('payment', 'States.Timeout');
    expect(german(aNotifiableRecord('refunded', { failure: failed }))).toContain('nicht abgeschlossen werden. Wir');
  });

  it('speaks in general words of a stage that has none in it, and not in English', () => {
    const failure = failureNote('giftWrap', 'States.Timeout');
    const text = german(aNotifiableRecord('refunded', { failure }));
    expect(text).toContain('leid: Ihre Bestellung konnte nicht ausgeführt werden. Wir');
    expect(text).not.toContain('wrapped');
  });

  it('tells of an order that was cancelled where its money is', () => {
    expect(german(aNotifiableRecord('cancelled', { validation, refund, takeover: {} }))).toMatchInlineSnapshot(`
      "Bestellung 12345: storniert, erstattet

      Guten Tag,

      Ihre Bestellung wurde wie gewünscht storniert. Es wird nichts verschickt.

      Wir haben 39,98 EUR erstattet. Je nach Bank dauert es einige Tage, bis das Geld ankommt.

        2 x Espresso cup: 39,98 EUR
        Summe: 39,98 EUR

      Sie können gern wieder bestellen.
      "
    `);
    const saying = (status: 'voided' | 'on-its-way' | 'nothing-held') =>
      german(aNotifiableRecord('cancelled', { validation, refund: { status } }));
    expect(saying('voided')).toContain('Die Zahlung von 39,98 EUR wurde aufgehoben, bevor sie eingezogen war.');
    expect(saying('on-its-way')).toContain('storniert, Geld folgt');
    expect(saying('nothing-held')).toContain('Ihnen wurde nichts berechnet.');
  });

  it('tells of a parcel that stands what a stage behind it could not do', () => {
    const failed = (stage: string) =>
      german(aNotifiableRecord('fulfilled', { validation, shipment, failure: failureNote(stage, 'States.Timeout') }));
    expect(failed('giftWrap')).toMatch(
      /SP123456789\n\nEs tut uns leid: ein Teil davon konnte nicht ausgeführt werden\. Im Übrigen bleibt es bei Ihrer Bestellung\.\n$/,
    );
    expect(failed('payment')).toContain('leid: Ihre Zahlung konnte nicht abgeschlossen werden. Im');
    expect(failed('shipment')).not.toContain('leid');
  });

  it('tells of one that can no longer be cancelled', () => {
    const record = aNotifiableRecord('fulfilled', { validation, shipment, takeover: {} });
    expect(german(record)).toMatchInlineSnapshot(`
      "Bestellung 12345: nicht mehr stornierbar

      Guten Tag,

      Ihre Bestellung sollte storniert werden, aber das Paket war schon unterwegs. Die Bestellung bleibt also bestehen.

        2 x Espresso cup: 39,98 EUR
        Summe: 39,98 EUR

      Ihre Bestellung ist mit Swift Parcels (Standard) unterwegs und kommt voraussichtlich am 04.03.2026 an.
      Sendungsnummer: SP123456789
      "
    `);
  });
});

import { type Order, orderEnds } from '@order-workflow/order-domain';
import { anAddress, anOrder } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeNotice } from './compose-notice.ts';
import { type NotifiableRecord, notifiableRecordSchema } from './notifiable-record.ts';
import { failureNote, shipment, validation } from './testing/a-notifiable-record.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const orderId = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
  fc.constantFrom('#1001', 'a/b', 'Nº 5', '注文 12', 'x'.repeat(64)),
);
const order = fc.oneof(
  fc
    .tuple(orderId, fc.constantFrom('en', 'de'))
    .map(([id, locale]): unknown => anOrder().with({ orderId: id, locale }).sentTo().build()),
  fc.jsonValue(),
  fc.record({ orderId: fc.jsonValue(), customerEmail: fc.jsonValue(), customerName: fc.jsonValue() }),
);
const money = fc.record({ amount: fc.nat(), currency: fc.constantFrom('EUR', 'JPY', 'KWD') });
const failure = fc.record({
  stage: fc.oneof(fc.constantFrom('validation', 'payment', 'shipment', 'valueOf', '__proto__'), text),
  error: fc.oneof(fc.constantFrom('ShipmentRefused', 'States.Timeout'), text),
  cause: fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    text.map((one) => failureNote('x', 'y', one)?.cause ?? ''),
  ),
});

/** Any record that the stage accepts. */
const record: fc.Arbitrary<NotifiableRecord> = fc.record(
  {
    outcome: fc.constantFrom(...orderEnds),
    order,
    failure,
    validation: fc.constant(validation),
    takeover: fc.constant({}),
    shipment: fc.record({
      carrier: text,
      service: fc.constantFrom('Pickup', 'Standard', 'Freight'),
      trackingNumber: text,
      estimatedDelivery: fc.constant('2026-03-04'),
    }),
    refund: fc.record(
      { status: fc.constantFrom('refunded', 'voided', 'nothing-held', 'on-its-way'), amount: money },
      { requiredKeys: ['status'] },
    ),
  },
  { requiredKeys: ['outcome', 'order'] },
);

it('writes a subject that SNS takes: ASCII, one line, under 100 characters, a letter first', () => {
  fc.assert(
    fc.property(record, (given) => {
      expect(notifiableRecordSchema.safeParse(given).success).toBe(true);
      const { subject } = composeNotice(given);
      expect(subject).toMatch(/^[A-Za-z][\x20-\x7e]*$/);
      expect(subject.length).toBeLessThan(100);
    }),
    { numRuns: 500 },
  );
});

it('writes a text that SNS takes, and attributes that are not empty', () => {
  fc.assert(
    fc.property(record, (given) => {
      const { subject: _, text: message, ...attributes } = composeNotice(given);
      expect(message.length).toBeGreaterThan(0);
      expect(Buffer.byteLength(message)).toBeLessThan(262_144);
      for (const value of Object.values(attributes)) expect(value).toMatch(/./);
    }),
  );
});

/** Personal data that can be recognised wherever it turns up; the name is left out, since the greeting uses it. */
const mark = fc.stringMatching(/^zq[a-z]{8}$/);
const digits = fc.stringMatching(/^[1-9][0-9]{11}$/);
const personal = fc.record({
  customerEmail: mark.map((one) => `${one}@example.com`),
  customerPhone: digits.map((one) => `+${one}`),
  paymentToken: mark,
  shippingAddress: fc.record({
    line1: mark,
    line2: mark,
    city: mark,
    region: mark,
    postalCode: digits,
    country: fc.constant('DE'),
  }),
});

it('keeps address, telephone, e-mail and token out of what is read', () => {
  fc.assert(
    fc.property(record, personal, (given, data) => {
      const whole: Order = {
        ...anOrder().build(),
        ...data,
        shippingAddress: { ...anAddress, ...data.shippingAddress },
      };
      const { subject, text: message } = composeNotice({ ...given, order: whole });
      const { country: _, ...address } = data.shippingAddress;
      for (const value of [data.customerEmail, data.customerPhone, data.paymentToken, ...Object.values(address)]) {
        expect(`${subject}\n${message}`).not.toContain(value);
      }
    }),
  );
});

it('gives the same order and outcome the same notification id, whatever else the record holds', () => {
  fc.assert(
    fc.property(record, record, (one, other) => {
      const { takeover: _, ...rest } = other;
      const { order, outcome, takeover } = one;
      const again = { ...rest, order: structuredClone(order), outcome, ...(takeover && { takeover }) };
      expect(composeNotice(again).notificationId).toBe(composeNotice(one).notificationId);
    }),
  );
});

it('gives another order or another outcome another notification id', () => {
  const outcome = fc.constantFrom(...orderEnds);
  fc.assert(
    fc.property(orderId, orderId, outcome, outcome, (one, other, first, second) => {
      const idOf = (id: string, ended: typeof first) =>
        composeNotice({ outcome: ended, order: anOrder().with({ orderId: id }).build(), shipment }).notificationId;
      expect(idOf(one, first) === idOf(other, second)).toBe(one === other && first === second);
    }),
  );
});

it('tells orders without an id apart by their content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      fc.pre(composeNotice({ outcome: 'rejected', order: one }).orderId === undefined);
      fc.pre(composeNotice({ outcome: 'rejected', order: other }).orderId === undefined);
      const idOf = (content: unknown) => composeNotice({ outcome: 'rejected', order: content }).notificationId;
      expect(idOf(one) === idOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

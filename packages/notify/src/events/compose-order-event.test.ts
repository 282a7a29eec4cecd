import { orderEnds } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aNotifiableRecord, failureNote, shipment, validation } from '../testing/a-notifiable-record.ts';
import { anOrderEvent } from '../testing/an-order-event.ts';
import { composeOrderEvent } from './compose-order-event.ts';
import { orderEventSchema } from './order-event.ts';

const place = { attempt: 1, sequence: 1 };
const money = { amount: 3998, currency: 'EUR' } as const;

describe(composeOrderEvent, () => {
  it('tells what was ordered, and what it cost', () => {
    const event = composeOrderEvent(aNotifiableRecord('fulfilled', { validation, shipment }), place);
    expect(event).toEqual(anOrderEvent());
  });

  it('tells where it failed and what became of the money, by names and numbers', () => {
    const failure = failureNote('shipping', 'ShipmentRefused', 'Ada Lovelace, 12 Long Lane');
    const refund = { status: 'refunded', amount: money } as const;
    const event = composeOrderEvent(aNotifiableRecord('refunded', { validation, failure, refund }), {
      attempt: 2,
      sequence: 3,
    });
    expect(event).toMatchObject({
      ...{ id: 'order-12345.2-notice-refunded-3', sequence: 3, attempt: 2, refund },
      failure: { stage: 'shipping', error: 'ShipmentRefused' },
    });
  });

  it('has an id of its own where an order cannot be identified, the same for the same content', () => {
    const record = (order: unknown) => aNotifiableRecord('rejected', { order });
    const event = composeOrderEvent(record({ orderId: 'ada@example.com' }));
    expect(event).toEqual({
      version: 1,
      id: expect.stringMatching(/^order-unidentified-.*-notice-rejected$/),
      outcome: 'rejected',
    });
    expect(composeOrderEvent(record({ orderId: 'ada@example.com' }))).toEqual(event);
    expect(composeOrderEvent(record({ orderId: 'bob@example.com' })).id).not.toBe(event.id);
  });

  it.each(orderEnds)('says nothing of the person, and is as its schema says: %s', (outcome) => {
    const person = { customerEmail: 'mark@example.com', customerName: 'MARK', attributes: { note: 'MARK' } };
    const record = aNotifiableRecord(outcome, {
      order: { ...anOrder().build(), ...person, shippingAddress: { name: 'MARK', street: 'MARK 1' } },
      ...{ validation: { ...validation, customer: 'MARK' }, shipment: { ...shipment, trackingNumber: 'MARK' } },
      failure: failureNote('payment', 'PaymentDeclined', 'MARK'),
      refund: { status: 'refunded', amount: money },
    });
    const event = composeOrderEvent(record, place);
    expect(orderEventSchema.parse(event)).toEqual(event);
    expect(JSON.stringify(event)).not.toMatch(/mark/i);
  });
});

import type { Order } from '@order-workflow/order-domain';
import { describe, expect, it } from 'vitest';
import { checkSent, type Heard } from './check-sent.ts';
import type { LeftRecord } from './ended-order.ts';

const order: Order = {
  orderId: '1',
  customerEmail: 'zoe@example.org',
  customerName: 'Zoë',
  customerPhone: '+49 30 1234567',
  items: [
    { sku: 'SKU001', quantity: 2 },
    { sku: 'SKU016', quantity: 1 },
  ],
  paymentMethod: 'PayPal',
  currency: 'JPY',
  shippingAddress: {
    line1: 'Quai 7',
    line2: 'Aile B',
    city: 'Lyon',
    region: 'Rhône',
    postalCode: '69002',
    country: 'FR',
  },
};

/** An order as everybody heard of it, until one thing is changed. All amounts were worked out by hand. */
function heard() {
  const money = { amount: 10_700, currency: 'JPY' };
  return {
    charge: { key: 'order-1-charge', amount: money, method: 'PayPal' as string },
    booking: {
      key: 'order-1-ship',
      service: 'Standard',
      weight: 1_090,
      contents: [
        { sku: 'SKU001', quantity: 2 },
        { sku: 'SKU016', quantity: 1 },
      ],
      address: { ...order.shippingAddress } as Record<string, string>,
      recipient: { name: 'Zoë', phone: '+49 30 1234567' } as Record<string, string>,
    },
    refund: { chargeId: 'ch_1', chargeKey: 'order-1-charge', amount: { ...money } },
    refundKey: 'order-1-refund',
    attributes: {
      notificationId: 'order-1-notice-fulfilled',
      outcome: 'fulfilled',
      locale: 'en',
      orderId: '1',
      customerEmail: 'zoe@example.org',
    },
    text: 'Hello Zoë,\n\n  2 x Espresso cup: 6600 JPY\n  1 x Milk frother: 4100 JPY\n  Total: 10700 JPY\n\nIt should arrive on 2026-03-04.\nTracking number: LP1\n',
  };
}

type World = ReturnType<typeof heard>;

function check(change: (world: World) => void): readonly string[] {
  const world = heard();
  change(world);
  const calls: Heard['calls'] = [
    { call: 'charge', key: world.charge.key, body: world.charge },
    { call: 'book', key: world.booking.key, body: world.booking },
    { call: 'refund', key: world.refundKey, body: world.refund },
    { call: 'find', key: 'order-1-charge', body: undefined },
    { call: 'charge', key: 'order-11-charge', body: 'of another order' },
  ];
  const notices = [{ subject: '', text: world.text, attributes: world.attributes }];
  const shipment = { trackingNumber: 'LP1', estimatedDelivery: '2026-03-04' };
  return checkSent(order, { calls, notices }, { outcome: 'fulfilled', shipment });
}

describe(checkSent, () => {
  it('finds nothing when everybody heard what the order says', () => {
    expect(check(() => undefined)).toEqual([]);
  });

  it.each<[string, (world: World) => void]>([
    ['amount:', ({ charge }) => Object.assign(charge, { amount: { amount: 10_700, currency: 'EUR' } })],
    ['amount:', ({ charge }) => Object.assign(charge, { amount: { amount: 10_699, currency: 'JPY' } })],
    ['method:', ({ charge }) => Object.assign(charge, { method: 'CreditCard' })],
    ['token:', ({ charge }) => Object.assign(charge, { token: 'tok_1' })],
    ['contents:', ({ booking }) => booking.contents.pop()],
    ['contents:', ({ booking }) => booking.contents.reverse()],
    ['weight:', ({ booking }) => Object.assign(booking, { weight: 770 })],
    ['service:', ({ booking }) => Object.assign(booking, { service: 'International' })],
    ['address:', ({ booking }) => delete booking.address['line2']],
    ['address:', ({ booking }) => delete booking.address['region']],
    ['recipient:', ({ booking }) => delete booking.recipient['phone']],
    ['amount:', ({ refund }) => Object.assign(refund.amount, { amount: 1 })],
    ['refund under its own key', (world) => Object.assign(world, { refundKey: 'order-1-charge' })],
    ['locale:', ({ attributes }) => Object.assign(attributes, { locale: 'de' })],
    ['customerEmail:', ({ attributes }) => Object.assign(attributes, { customerEmail: 'shop@example.com' })],
    ['the notice says "Hello Zoë,"', (world) => Object.assign(world, { text: world.text.replace('Zoë', 'you') })],
    ['Total: 10700 JPY', (world) => Object.assign(world, { text: world.text.replace('10700', '107.00') })],
    ['Tracking number: LP1', (world) => Object.assign(world, { text: world.text.replace('LP1', 'LP2') })],
    ['2026-03-04', (world) => Object.assign(world, { text: world.text.replace('03-04', '03-05') })],
  ])('notices what differs from the order: %s', (problem, change) => {
    expect(check(change).join('\n')).toContain(problem);
  });

  describe('of an order that was cancelled', () => {
    const record = { takeover: { worker: 'one' }, validation: { attempt: 1 } };
    const end = { ...record, outcome: 'cancelled', refund: { status: 'nothing-held' } };
    const taken = (notices: Heard['notices'], left: LeftRecord = end) =>
      checkSent(order, { calls: [], notices }, left, 1, { times: 1, by: [] }).join('\n');
    const { attributes, text } = heard();
    const goods = text.slice(0, text.indexOf('It should'));
    const notice = (kind: string, words: string, outcome = kind) => ({
      ...{ subject: '', text: `${goods}${words}` },
      attributes: { ...attributes, notificationId: `order-1-notice-${kind}`, outcome },
    });
    const cancelled = notice(
      'cancelled',
      'Your order has been cancelled, as was asked for.\nYou have not been charged.',
    );

    it('finds nothing where it was told what was asked for, and where the money is', () => {
      expect(taken([cancelled, notice('fulfilled', '')])).toBe('');
      const onItsWay = notice('refunded', 'The refund of 10700 JPY is on its way.');
      expect(taken([onItsWay, cancelled])).toBe('');
    });

    it('finds nothing where its parcel had left and it was told so', () => {
      const shipment = { trackingNumber: 'LP1', estimatedDelivery: '2026-03-04' };
      const words = `Your order was to be cancelled, but its parcel has left already.${text.slice(text.indexOf('It should') - 1)}`;
      const stands = { ...record, outcome: 'fulfilled', shipment };
      expect(taken([notice('not-cancelled', words, 'fulfilled')], stands)).toBe('');
      expect(taken([notice('not-cancelled', text, 'fulfilled')], stands)).toContain('its parcel has left');
    });

    it('finds nothing where no more is known of it than its number', () => {
      const unknown = {
        subject: '',
        text: 'Hello,\nYour order has been cancelled, as was asked for.\nYou have not been charged.',
      };
      const { customerEmail: _, ...id } = cancelled.attributes;
      expect(taken([{ ...unknown, attributes: id }], { outcome: 'cancelled' })).toBe('');
      expect(taken([{ ...unknown, attributes: cancelled.attributes }], { outcome: 'cancelled' })).toContain(
        'customerEmail',
      );
    });

    it.each([
      ['as was asked for', { ...cancelled, text: cancelled.text.replace(', as was asked for', '') }],
      ['You have not been charged', { ...cancelled, text: cancelled.text.replace('not ', '') }],
      ['is on its way', notice('refunded', 'We have refunded 10700 JPY.')],
    ])('notices what the customer was not told: %s', (words, wrong) => {
      expect(taken([wrong])).toContain(words);
    });
  });
});

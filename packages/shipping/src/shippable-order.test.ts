import { anAddress } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aShippableOrder } from '../test/a-shippable-order.ts';
import { cancelKey, shipKey } from './idempotency-key.ts';
import { shipmentRequest } from './shippable-order.ts';

describe(shipmentRequest, () => {
  it('asks for what the carrier needs and nothing else', () => {
    expect(shipmentRequest(aShippableOrder())).toEqual({
      key: 'order-1-ship',
      service: 'Standard',
      weight: 1_200,
      contents: [{ sku: 'SKU001', quantity: 2 }],
      address: anAddress,
      recipient: { name: 'Ada' },
    });
  });

  it('keeps an order without an address for collection, and names nobody who is not named', () => {
    const { validation } = aShippableOrder();
    const request = shipmentRequest({ order: { orderId: '1' }, validation });
    expect(request).toEqual({ key: 'order-1-ship', service: 'Pickup', weight: 1_200, contents: validation.lines });
  });

  it('makes its keys of the order alone', () => {
    const orderId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    fc.assert(
      fc.property(orderId, orderId, fc.nat(), (one, two, weight) => {
        const { order, validation } = aShippableOrder();
        const request = shipmentRequest({ order: { ...order, orderId: one }, validation: { ...validation, weight } });
        expect(request.key).toBe(`order-${one}-ship`);
        expect(shipKey(one) === shipKey(two)).toBe(one === two);
        expect(shipKey(one)).not.toBe(cancelKey(two));
      }),
    );
  });
});

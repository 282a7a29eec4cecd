import { anAddress } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aShippableOrder } from '../test/a-shippable-order.ts';
import { cancelKey, shipKey } from './idempotency-key.ts';
import { shipmentRequest, shippableOrder } from './shippable-order.ts';

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

  it('writes the lines of the address as they go onto a label, the region and the second line too', () => {
    const { validation } = aShippableOrder();
    const shippingAddress = {
      line1: 'Rua das Flores 100, bloco B, terceiro andar direito',
      line2: 'porta das traseiras',
      city: 'Porto',
      region: 'Norte',
      postalCode: '4050-262',
      country: 'PT',
    };
    expect(shipmentRequest({ order: { orderId: '1', shippingAddress }, validation }).address).toEqual({
      ...shippingAddress,
      line1: 'Rua das Flores 100, bloco B,',
      line2: 'terceiro andar direito',
      line3: 'porta das traseiras',
    });
  });

  it('reads the order as it was placed, in one form', () => {
    const { validation } = aShippableOrder();
    const order = {
      orderId: ' #7\n',
      customerName: 'Ana\u00a0',
      customerPhone: '（０３）１２３４',
      shippingAddress: { ...anAddress, country: 'at', postalCode: 'a\u20101010 ' },
    };
    expect(shipmentRequest(z.object(shippableOrder).parse({ order, validation }))).toMatchObject({
      key: 'order__237-ship',
      recipient: { name: 'Ana', phone: '(03)1234' },
      address: { ...anAddress, country: 'AT', postalCode: 'A-1010' },
    });
  });

  it('makes its keys of the order alone', () => {
    const orderId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    fc.assert(
      fc.property(orderId, orderId, fc.nat(), (one, two, weight) => {
        const { order, validation } = aShippableOrder();
        const request = shipmentRequest({ order: { ...order, orderId: one }, validation: { ...validation, weight } });
        expect(request.key).toBe(`order-${one}-ship`);
        expect(shipKey(one, 1) === shipKey(two, 1)).toBe(one === two);
        expect(shipKey(one, 1)).not.toBe(cancelKey(two, 1));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { orderSchema } from '../order.ts';
import { anAddress, anOrder } from './index.ts';

describe(anOrder, () => {
  it('is valid as it stands, and with every word it knows', () => {
    const full = anOrder()
      .with({ orderId: 'a-1', currency: 'JPY' })
      .withLine({ sku: 'SKU002', quantity: 1 })
      .sentTo({ country: 'AT' })
      .build();
    for (const order of [anOrder().build(), full]) expect(orderSchema.parse(order)).toEqual(order);
    expect(full).toMatchObject({ orderId: 'a-1', currency: 'JPY', shippingAddress: { ...anAddress, country: 'AT' } });
    expect(full.items).toEqual([
      { sku: 'SKU001', quantity: 2 },
      { sku: 'SKU002', quantity: 1 },
    ]);
  });

  it('leaves the builder that it came from as it was', () => {
    const before = anOrder();
    before.with({ orderId: 'other' }).withLine({ sku: 'SKU002', quantity: 1 });
    expect(before.build()).toEqual(anOrder().build());
  });
});

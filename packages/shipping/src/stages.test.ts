import { writtenVersion } from '@order-workflow/order-domain';
import { anAddress, anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { shipped } from '../test/a-shippable-order.ts';
import { cancelShipment } from './cancel-shipment-stage.ts';
import { handler as cancel } from './lambda/cancel-shipment.ts';
import { handler as ship } from './lambda/ship-order.ts';
import { shipOrder } from './ship-order-stage.ts';

const contract = writtenVersion;
const validation = { lines: [{ sku: 'SKU001', quantity: 2 }], weight: 1_200 };
const payment = { chargeId: 'ch_1', amount: { amount: 1, currency: 'EUR' } };

describe('the manifests', () => {
  it('read on when other teams add to the record', () => {
    const address = { ...anAddress, doorCode: '12' };
    const order = { ...anOrder().build(), giftWrap: true, shippingAddress: address };
    const record = {
      contract,
      order,
      validation: { ...validation, taxes: [] },
      payment: { ...payment, fee: 1 },
      fraudCheck: {},
    };
    expect(shipOrder.accepts(record)).toBe(true);
    const shipment = { ...shipped, insurance: true };
    expect(cancelShipment.accepts({ ...record, shipment })).toBe(true);
  });
});

describe('the handler of ShipOrderFunction', () => {
  it('leaves the receipt of the shipment and nothing that says who the customer is', async () => {
    const order = anOrder().with({ customerName: 'Ada' }).sentTo().build();
    expect(await ship({ contract, order, validation, payment })).toEqual({
      shipmentId: 'sim-order-12345-ship',
      trackingNumber: expect.stringMatching(/^SIM\d{20}$/),
      carrier: 'Simulated Parcel',
      service: 'Standard',
      estimatedDelivery: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      bookedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      simulated: true,
    });
  });

  it('throws ShipmentRefused with a sentence for the customer', async () => {
    const order = anOrder().with({ orderId: 'refused' }).sentTo({ postalCode: 'SIM-REFUSED' }).build();
    await expect(ship({ contract, order, validation, payment })).rejects.toMatchObject({
      name: 'ShipmentRefused',
      message: 'The carrier does not take the parcel: the destination is not served.',
    });
  });

  it('ships nothing that is not paid', async () => {
    await expect(ship({ contract, order: anOrder().build(), validation })).rejects.toMatchObject({
      name: 'StageContractBroken',
      message: expect.stringContaining('payment'),
    });
  });
});

describe('the handler of CancelShipmentFunction', () => {
  it('cancels what Ship Order booked, with or without its receipt', async () => {
    const order = anOrder().sentTo().build();
    const shipment = await ship({ contract, order: { ...order, customerName: 'Ada' }, validation, payment });
    for (const record of [
      { contract, order, validation, shipment },
      { contract, order, validation },
    ])
      expect(await cancel(record)).toMatchObject({ status: 'cancelled', shipmentId: shipment.shipmentId });
  });

  it('says what stands when the parcel is on its way', async () => {
    const order = anOrder().with({ orderId: 'departed' }).sentTo({ postalCode: 'SIM-DEPARTED' }).build();
    const receipt = await cancel({ contract, order, validation });
    expect(receipt).toMatchObject({ status: 'on-its-way', standing: { shipmentId: 'sim-order-departed-ship' } });
  });
});

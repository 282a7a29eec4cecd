import { chargePayment, ensureNothingHeld, httpPaymentGateway } from '@order-workflow/payment';
import { bookShipment, ensureNoShipment, httpCarrier } from '@order-workflow/shipping';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CarrierSimulator, startCarrier } from '../src/carrier/start-carrier.ts';
import { type PaymentGatewaySimulator, startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { aClock } from './a-clock.ts';
import { faultAt } from './fault-at.ts';

/**
 * An order whose first execution was fulfilled comes again after 91 days: its name is free at Step Functions and its keys
 * are forgotten at the gateway and the carrier (docs/decisions/0008).
 */

const clock = aClock();
const days = 24 * 60 * 60 * 1000;
let gateway: PaymentGatewaySimulator;
let carrier: CarrierSimulator;
let first: ReturnType<typeof submit>;

beforeEach(async () => {
  gateway = await startPaymentGateway({ clock });
  carrier = await startCarrier({ clock });
  first = submit();
  await first.charge();
  await first.ship();
  clock.advance(91 * days);
});
afterEach(() => Promise.all([gateway.close(), carrier.close()]));

/** An execution of order 7 that begins now. */
function submit({ total = 3_998, token = 'tok_1', postalCode = '10115', weight = 100 } = {}) {
  const shippingAddress = { line1: '1 Street', city: 'Town', country: 'DE', postalCode };
  const order = { orderId: '7', paymentMethod: 'PayPal', paymentToken: token, shippingAddress } as const;
  const validation = { total: { amount: total, currency: 'EUR' }, lines: [], weight };
  const input = { order, validation, execution: { startedAt: new Date(clock.now()).toISOString() } };
  const ports = {
    clock,
    gateway: httpPaymentGateway({ url: gateway.url, timeoutMs: 60_000 }),
    carrier: httpCarrier({ url: carrier.url, timeoutMs: 60_000 }),
  };
  return {
    charge: () => chargePayment(input, ports),
    ship: () => bookShipment(input, ports),
    cancel: () => ensureNoShipment(input, ports),
    refund: () => ensureNothingHeld(input, ports),
  };
}

/** The first execution's charge and parcel, and nothing else, are there. */
function expectNothingChanged() {
  expect(gateway.ledger.held()).toBe(3_998);
  expect(gateway.ledger.charges()).toMatchObject([{ status: 'charged' }]);
  expect(carrier.ledger.history()).toMatchObject([{ status: 'booked' }]);
}

describe('an order that is submitted again after its keys have expired', () => {
  it('is neither charged nor shipped twice, and ends with the receipts of the first time', async () => {
    const again = submit();
    expect(await again.charge()).toMatchObject({ receipt: { chargeId: gateway.ledger.charges()[0]?.chargeId } });
    expect(await again.ship()).toMatchObject({ receipt: { shipmentId: carrier.ledger.history()[0]?.shipmentId } });
    expectNothingChanged();
  });

  it('is neither charged nor shipped twice with another card and another address either', async () => {
    const again = submit({ token: 'tok_2', postalCode: '20095' });
    expect(await again.charge()).toMatchObject({ kind: 'receipt' });
    expect(await again.ship()).toMatchObject({ kind: 'receipt' });
    expectNothingChanged();
  });

  it('of another amount is left to a person: the first charge stands', async () => {
    const again = submit({ total: 1_000 });
    await expect(again.charge()).rejects.toMatchObject({ name: 'PaymentMismatch' });
    await expect(again.refund()).rejects.toMatchObject({ name: 'PaymentMismatch' });
    expectNothingChanged();
  });

  it('of another service is left to a person: the first parcel stands', async () => {
    const again = submit({ weight: 50_000 });
    await expect(again.ship()).rejects.toMatchObject({ name: 'ShipmentMismatch' });
    await expect(again.cancel()).rejects.toMatchObject({ name: 'ShipmentMismatch' });
    expectNothingChanged();
  });

  it('goes forward with the first parcel when its own Ship Order fails: the first purchase is not undone', async () => {
    const again = submit();
    await again.charge();
    carrier.switchboard.set([faultAt('shipping.find=unavailable')]);
    expect(await again.ship()).toMatchObject({ failure: { name: 'CarrierUnavailable' } });
    carrier.switchboard.clear();
    expect(await again.cancel()).toMatchObject({
      receipt: { status: 'booked-before', standing: { shipmentId: carrier.ledger.history()[0]?.shipmentId } },
    });
    expectNothingChanged();
  });

  it('is left to a person when its own Process Payment fails: the first charge is not given back', async () => {
    const again = submit();
    gateway.switchboard.set([faultAt('payment.find=unavailable')]);
    expect(await again.charge()).toMatchObject({ failure: { name: 'PaymentGatewayUnavailable' } });
    gateway.switchboard.clear();
    await expect(again.refund()).rejects.toMatchObject({ name: 'PaymentMismatch' });
    expectNothingChanged();
  });

  it('still lets the first execution undo its own, should that one be redriven', async () => {
    expect(await first.cancel()).toMatchObject({ receipt: { status: 'cancelled' } });
    expect(await first.refund()).toMatchObject({ receipt: { status: 'refunded' } });
    expect(gateway.ledger.held()).toBe(0);
  });

  it('is declined when the first time was undone: nothing is charged again', async () => {
    await first.cancel();
    await first.refund();
    expect(await submit().charge()).toMatchObject({ failure: { name: 'PaymentDeclined' } });
    expect(gateway.ledger.held()).toBe(0);
  });
});

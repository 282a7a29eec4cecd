import { chargePayment, ensureNothingHeld, httpPaymentGateway } from '@order-workflow/payment';
import { bookShipment, ensureNoShipment, httpCarrier } from '@order-workflow/shipping';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CarrierSimulator, startCarrier } from '../src/carrier/start-carrier.ts';
import { type PaymentGatewaySimulator, startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { attempts, patient, prompt } from './attempts.ts';
import { temporaryLedgerFile } from './temporary-ledger-file.ts';

/** Stages as the workflow retries them, against magic values that the stages' own simulated adapters know too. */

const total = { amount: 3_998, currency: 'EUR' } as const;
let file: ReturnType<typeof temporaryLedgerFile>;
let gateway: PaymentGatewaySimulator;
let carrier: CarrierSimulator;

async function open() {
  gateway = await startPaymentGateway({ ledgerFile: file.ledgerFile });
  carrier = await startCarrier({ ledgerFile: file.ledgerFile });
}
async function close() {
  await Promise.all([gateway.close(), carrier.close()]);
}
beforeEach(() => {
  file = temporaryLedgerFile();
  return open();
});
afterEach(async () => {
  await close();
  file.remove();
});

function payment(paymentToken: string) {
  const input = { order: { orderId: '7', paymentMethod: 'PayPal', paymentToken }, validation: { total } } as const;
  const ports = () => ({ gateway: httpPaymentGateway({ url: gateway.url, timeoutMs: 60_000 }), clock: Date });
  return {
    charge: (most = prompt) => attempts(most, () => chargePayment(input, ports())),
    undo: () => attempts(patient, () => ensureNothingHeld(input, ports())),
  };
}

function shipment(postalCode: string) {
  const shippingAddress = { line1: '1 Street', city: 'Town', country: 'DE', postalCode };
  const input = { order: { orderId: '7', shippingAddress }, validation: { lines: [], weight: 100 } };
  const ports = () => ({ carrier: httpCarrier({ url: carrier.url, timeoutMs: 60_000 }), clock: Date });
  return {
    book: (most = patient) => attempts(most, () => bookShipment(input, ports())),
    undo: () => attempts(patient, () => ensureNoShipment(input, ports())),
  };
}

describe('a payment token', () => {
  it('sim-timeout: the charge stays unknown until the stage gives up, and the refund gets through', async () => {
    const { charge, undo } = payment('sim-timeout');
    expect(await charge()).toMatchObject({ tries: 7, failure: { name: 'PaymentOutcomeUnknown' } });
    expect(gateway.ledger.held('7')).toBe(total.amount);
    expect(await undo()).toMatchObject({ tries: 4, receipt: { status: 'refunded' } });
    expect(gateway.ledger.held()).toBe(0);
  });

  it('sim-timeout: a restart of the gateway loses no more answers and no fewer', async () => {
    const { charge, undo } = payment('sim-timeout');
    await charge(4);
    await close();
    await open();
    expect(await charge(3)).toMatchObject({ tries: 3, failure: { name: 'PaymentOutcomeUnknown' } });
    expect(await undo()).toMatchObject({ tries: 4, receipt: { status: 'refunded' } });
  });

  it('sim-timeout: each charge loses ten answers of its own', async () => {
    for (const orderId of ['1', '2']) {
      const adapter = httpPaymentGateway({ url: gateway.url, timeoutMs: 60_000 });
      const asked = { key: `order-${orderId}-charge`, amount: total, method: 'PayPal', token: 'sim-timeout' } as const;
      const outcomes = [(await adapter.charge(asked)).kind];
      for (let asks = 0; asks < 11; asks++) outcomes.push((await adapter.find(asked)).kind);
      expect(outcomes).toEqual([...Array(10).fill('unknown'), 'charged', 'charged']);
    }
  });

  it.each(['sim-unavailable', 'sim-pending'])('%s: nothing is held in the end', async (token) => {
    const { charge, undo } = payment(token);
    expect(await charge()).toMatchObject({ tries: 7 });
    expect(await undo()).toMatchObject({ tries: 1, receipt: {} });
    expect(gateway.ledger.held()).toBe(0);
  });

  it.each(['sim-refund-unavailable', 'sim-timeout-refund-unavailable'])(
    '%s: no refund gets through until the gateway is repaired',
    async (token) => {
      const { charge, undo } = payment(token);
      await charge();
      expect(await undo()).toMatchObject({ tries: 31, failure: { name: 'PaymentGatewayUnavailable' } });
      expect(gateway.ledger.held('7')).toBe(total.amount);
      gateway.ledger.repair();
      expect(await undo()).toMatchObject({ tries: 1, receipt: { status: 'refunded' } });
      expect(gateway.ledger.held()).toBe(0);
    },
  );
});

describe('a postal code', () => {
  it.each([
    ['SIM-TIMEOUT', 'cancelled', 0],
    ['SIM-DEPARTED', 'on-its-way', 1],
  ])('%s: the booking stays unknown until the stage gives up, and the undo finds it', async (code, status, sent) => {
    const { book, undo } = shipment(code);
    expect(await book()).toMatchObject({ tries: 31, failure: { name: 'ShipmentOutcomeUnknown' } });
    expect(await undo()).toMatchObject({ tries: 4, receipt: { status } });
    expect(carrier.ledger.shipments('7')).toHaveLength(sent);
  });

  it('SIM-UNAVAILABLE: nothing is booked in the end', async () => {
    const { book, undo } = shipment('SIM-UNAVAILABLE');
    expect(await book()).toMatchObject({ tries: 31, failure: { name: 'CarrierUnavailable' } });
    expect(await undo()).toMatchObject({ tries: 1, receipt: { status: 'never-booked' } });
  });

  it('SIM-CANCEL-DOWN: no cancellation gets through until the carrier is repaired, over HTTP too', async () => {
    const { book, undo } = shipment('SIM-CANCEL-DOWN');
    await book();
    expect(await undo()).toMatchObject({ tries: 31, failure: { name: 'CarrierUnavailable' } });
    expect(await fetch(`${carrier.url}/_magic`)).toMatchObject({ status: 405 });
    expect(await fetch(`${carrier.url}/_magic`, { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await undo()).toMatchObject({ tries: 1, receipt: { status: 'cancelled' } });
    expect(carrier.ledger.shipments()).toEqual([]);
  });
});

it('is voided by a repair while its answers still get lost', async () => {
  const paid = payment('sim-timeout');
  const sent = shipment('SIM-TIMEOUT');
  await paid.charge(2);
  await sent.book(2);
  gateway.ledger.repair();
  carrier.ledger.repair();
  expect(await paid.charge(1)).toMatchObject({ receipt: { amount: total } });
  expect(await sent.book(1)).toMatchObject({ receipt: { service: 'Standard' } });
});

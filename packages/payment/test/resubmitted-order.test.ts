import { type PaymentGatewaySimulator, startPaymentGateway } from '@order-workflow/simulators';
import { aClock, faultAt } from '@order-workflow/simulators/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chargePayment, ensureNothingHeld, httpPaymentGateway } from '../src/index.ts';

/**
 * An order whose first execution was fulfilled comes again after 91 days: its name is free at Step Functions and its key
 * is forgotten at the gateway (docs/decisions/0008).
 */

const clock = aClock();
const days = 24 * 60 * 60 * 1000;
let gateway: PaymentGatewaySimulator;
let first: ReturnType<typeof submit>;

beforeEach(async () => {
  gateway = await startPaymentGateway({ clock });
  first = submit();
  await first.charge();
  clock.advance(91 * days);
});
afterEach(() => gateway.close());

/** An execution of order 7 that begins now. */
function submit({ total = 3_998, token = 'tok_1' } = {}) {
  const order = { orderId: '7', paymentMethod: 'PayPal', paymentToken: token } as const;
  const validation = { total: { amount: total, currency: 'EUR' } };
  const input = { order, validation, execution: { startedAt: new Date(clock.now()).toISOString() } };
  const ports = { clock, gateway: httpPaymentGateway({ url: gateway.url, timeoutMs: 60_000 }) };
  return { charge: () => chargePayment(input, ports), refund: () => ensureNothingHeld(input, ports) };
}

/** The first execution's charge, and nothing else, is there. */
function expectNothingChanged() {
  expect(gateway.ledger.held()).toBe(3_998);
  expect(gateway.ledger.charges()).toMatchObject([{ status: 'charged' }]);
}

describe('an order that is submitted again after its key has expired', () => {
  it('is not charged twice, and has the receipt of the first time', async () => {
    expect(await submit().charge()).toMatchObject({ receipt: { chargeId: gateway.ledger.charges()[0]?.chargeId } });
    expectNothingChanged();
  });

  it('is not charged twice with another card either', async () => {
    expect(await submit({ token: 'tok_2' }).charge()).toMatchObject({ kind: 'receipt' });
    expectNothingChanged();
  });

  it('of another amount is left to a person: the first charge stands', async () => {
    const again = submit({ total: 1_000 });
    await expect(again.charge()).rejects.toMatchObject({ name: 'PaymentMismatch' });
    await expect(again.refund()).rejects.toMatchObject({ name: 'PaymentMismatch' });
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
    expect(await first.refund()).toMatchObject({ receipt: { status: 'refunded' } });
    expect(gateway.ledger.held()).toBe(0);
  });

  it('is declined when the first time was undone: nothing is charged again', async () => {
    await first.refund();
    expect(await submit().charge()).toMatchObject({ failure: { name: 'PaymentDeclined' } });
    expect(gateway.ledger.held()).toBe(0);
  });
});

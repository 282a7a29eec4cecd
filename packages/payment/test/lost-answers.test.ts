import { type PaymentGatewaySimulator, startPaymentGateway } from '@order-workflow/simulators';
import { attempts, patientTries, promptTries, temporaryLedgerFile } from '@order-workflow/simulators/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chargePayment, ensureNothingHeld, httpPaymentGateway } from '../src/index.ts';

/** The stage as the workflow retries it, against magic tokens that its own simulated gateway knows too. */

const total = { amount: 3_998, currency: 'EUR' } as const;
let file: ReturnType<typeof temporaryLedgerFile>;
let gateway: PaymentGatewaySimulator;

async function open() {
  gateway = await startPaymentGateway({ ledgerFile: file.ledgerFile });
}
beforeEach(() => {
  file = temporaryLedgerFile();
  return open();
});
afterEach(async () => {
  await gateway.close();
  file.remove();
});

function payment(paymentToken: string) {
  const input = { order: { orderId: '7', paymentMethod: 'PayPal', paymentToken }, validation: { total } } as const;
  const ports = () => ({ gateway: httpPaymentGateway({ url: gateway.url, timeoutMs: 60_000 }), clock: Date });
  return {
    charge: (most = promptTries) => attempts(most, () => chargePayment(input, ports())),
    undo: () => attempts(patientTries, () => ensureNothingHeld(input, ports())),
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
    await gateway.close();
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

  it('sim-timeout: the charge is voided by a repair while its answers still get lost', async () => {
    const { charge } = payment('sim-timeout');
    await charge(2);
    gateway.ledger.repair();
    expect(await charge(1)).toMatchObject({ receipt: { amount: total } });
  });
});

import { describe, expect, it } from 'vitest';
import { aPayableOrder } from '../test/a-payable-order.ts';
import { faultyGateway, type GatewayFault } from '../test/faulty-gateway.ts';
import { PaymentLedger } from '../test/payment-ledger.ts';
import { chargePayment } from './charge-payment.ts';
import { ensureNothingHeld } from './ensure-nothing-held.ts';

/** Mistakes of other order workflows that must not be ours: docs/defects.md. */

const input = aPayableOrder();
const total = input.validation.total.amount;
const clock = { now: () => 0 };

const charge = (ledger: PaymentLedger, ...script: GatewayFault[]) =>
  chargePayment(input, { gateway: faultyGateway(ledger, script).gateway });
const undo = (ledger: PaymentLedger, ...script: GatewayFault[]) =>
  ensureNothingHeld(input, { gateway: faultyGateway(ledger, script).gateway, clock });

describe('a charge whose answer is lost', () => {
  it('is refunded when the charge timed out after it was made', async () => {
    const ledger = new PaymentLedger();
    expect(await charge(ledger, 'none', 'lost-after')).toMatchObject({ failure: { name: 'PaymentOutcomeUnknown' } });
    expect(ledger.held).toBe(total);
    expect(await undo(ledger)).toMatchObject({ receipt: { status: 'refunded' } });
    expect(ledger.held).toBe(0);
  });

  it('is refunded when the charge timed out and only then landed', async () => {
    const ledger = new PaymentLedger();
    const { gateway, landLate } = faultyGateway(ledger, ['none', 'lost-late']);
    expect(await chargePayment(input, { gateway })).toMatchObject({ failure: { name: 'PaymentOutcomeUnknown' } });
    expect(ledger.held).toBe(0);
    landLate();
    expect(ledger.held).toBe(total);
    expect(await undo(ledger)).toMatchObject({ receipt: { status: 'refunded' } });
    expect(ledger.held).toBe(0);
  });

  it('charges nothing when it lands after the undo', async () => {
    const ledger = new PaymentLedger();
    const { gateway, landLate } = faultyGateway(ledger, ['none', 'lost-late']);
    await chargePayment(input, { gateway });
    expect(await undo(ledger)).toMatchObject({ receipt: { status: 'nothing-held' } });
    landLate();
    expect([ledger.charged, ledger.held]).toEqual([0, 0]);
  });

  it('is found by its key and not made again at the next attempt, even when the key has expired', async () => {
    const ledger = new PaymentLedger();
    await charge(ledger, 'none', 'lost-after');
    ledger.forgetKeys();
    expect(await charge(ledger)).toMatchObject({ receipt: { chargeId: 'ch_1' } });
    expect(ledger.charged).toBe(1);
  });
});

describe('a refund that is retried', () => {
  it('keeps its key, so that it gives the money back once', async () => {
    const ledger = new PaymentLedger();
    await charge(ledger);
    for (const fault of ['unavailable', 'lost-before', 'lost-after'] as const)
      expect(await undo(ledger, 'none', fault)).toMatchObject({ kind: 'failure' });
    expect(await undo(ledger)).toMatchObject({ receipt: { status: 'refunded' } });
    expect(ledger.refundKeys).toEqual(['order-1-refund']);
  });

  it('takes a new key only when the ledger says that the last one failed for good', async () => {
    const ledger = new PaymentLedger();
    await charge(ledger);
    ledger.refunds = 'never';
    expect(await undo(ledger)).toMatchObject({ failure: { name: 'PaymentGatewayUnavailable' } });
    ledger.refunds = 'at-once';
    expect(await undo(ledger)).toMatchObject({ receipt: { status: 'refunded' } });
    expect(ledger.refundKeys).toEqual(['order-1-refund', 'order-1-refund-2']);
  });
});

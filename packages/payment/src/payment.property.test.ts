import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPayableOrder } from '../test/a-payable-order.ts';
import { faultyGateway, gatewayFaults } from '../test/faulty-gateway.ts';
import { PaymentLedger } from '../test/payment-ledger.ts';
import { chargePayment } from './charge-payment.ts';
import { ensureNothingHeld } from './ensure-nothing-held.ts';
import { chargeRequest } from './payable-order.ts';

const clock = { now: () => 0 };
const input = aPayableOrder();
const total = input.validation.total.amount;

interface Attempt {
  /** Whether a day passes before, in which the gateway forgets its keys and all that was late lands. */
  readonly forgets: boolean;
  /** What the calls meet. */
  readonly script: readonly (typeof gatewayFaults)[number][];
}

const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({ forgets: fc.boolean(), script: fc.array(fc.constantFrom(...gatewayFaults), { maxLength: 5 }) }),
  { minLength: 1, maxLength: 6 },
);
const world = fc.record({
  accepts: fc.constantFrom('charged', 'pending', 'declined'),
  refunds: fc.constantFrom('at-once', 'later', 'never'),
});

/** Runs Process Payment again and again until it leaves a receipt or is declined. */
async function charge(ledger: PaymentLedger, runs: readonly Attempt[]) {
  let late = () => {};
  let decision: Awaited<ReturnType<typeof chargePayment>> | undefined;
  for (const { forgets, script } of runs) {
    if (forgets) {
      late();
      ledger.forgetKeys();
    }
    const { gateway, landLate } = faultyGateway(ledger, script);
    decision = await chargePayment(input, { gateway });
    const earlier = late;
    late = () => {
      earlier();
      landLate();
    };
    if (decision.kind === 'receipt' || decision.failure.family === 'rejection') break;
  }
  return { payment: decision?.kind === 'receipt' ? decision.receipt : undefined, decision, late };
}

describe(chargePayment, () => {
  it('never charges twice and tells the truth, whatever the gateway answers and forgets', async () => {
    await fc.assert(
      fc.asyncProperty(world, attempts, async ({ accepts }, runs) => {
        const ledger = new PaymentLedger();
        ledger.accepts = accepts;
        const { decision, late } = await charge(ledger, runs);
        if (decision?.kind === 'receipt') expect([ledger.held, decision.receipt.amount.amount]).toEqual([total, total]);
        if (decision?.kind === 'failure' && decision.failure.family === 'rejection') expect(ledger.held).toBe(0);
        late();
        ledger.settle();
        expect(ledger.charged).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe(ensureNothingHeld, () => {
  it('leaves a receipt only when nothing is held and nothing will be', async () => {
    await fc.assert(
      fc.asyncProperty(world, attempts, attempts, async ({ accepts, refunds }, charges, undos) => {
        const ledger = new PaymentLedger();
        Object.assign(ledger, { accepts, refunds });
        const { payment, late } = await charge(ledger, charges);
        for (const { script } of undos) {
          const { gateway, landLate } = faultyGateway(ledger, script);
          const settled = await ensureNothingHeld({ ...input, payment }, { gateway, clock });
          landLate();
          if (settled.kind === 'failure') continue;
          late();
          ledger.settle();
          expect(ledger.held).toBe(0);
          expect(ledger.charged).toBe(settled.receipt.status === 'refunded' ? 1 : 0);
          // A duplicate that comes now, of the request or of the whole stage, takes nothing either.
          if (!charges.some(({ forgets }) => forgets)) ledger.charge(chargeRequest(input));
          const again = await chargePayment(input, { gateway: faultyGateway(ledger, []).gateway });
          expect(again).toMatchObject({ failure: { name: 'PaymentDeclined' } });
          expect(ledger.held).toBe(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends, once the gateway works again', async () => {
    await fc.assert(
      fc.asyncProperty(world, attempts, attempts, async ({ accepts, refunds }, charges, undos) => {
        const ledger = new PaymentLedger();
        Object.assign(ledger, { accepts, refunds });
        const { payment, late } = await charge(ledger, charges);
        for (const { script } of undos)
          await ensureNothingHeld({ ...input, payment }, { gateway: faultyGateway(ledger, script).gateway, clock });
        late();
        ledger.settle();
        ledger.refunds = 'at-once';
        const { gateway } = faultyGateway(ledger, []);
        expect((await ensureNothingHeld({ ...input, payment }, { gateway, clock })).kind).toBe('receipt');
        expect(ledger.held).toBe(0);
        const failed = ledger.refundKeys.length - 1;
        for (const key of ledger.refundKeys) expect(key).toMatch(/^order-1-refund(-\d)?$/);
        if (refunds !== 'never') expect(failed).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

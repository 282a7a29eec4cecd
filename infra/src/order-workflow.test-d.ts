import { notifyCustomer } from '@order-workflow/notify';
import { type PaymentReceipt, processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { defineStage } from '@order-workflow/stage-kit';
import { validateOrder } from '@order-workflow/validate';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod/mini';
import { type CompleteWorkflow, receive } from './composition/workflow.ts';

const checkFraud = defineStage({
  key: 'fraud',
  stateName: 'Check Fraud',
  functionName: 'CheckFraudFunction',
  bundle: '@example/fraud/lambda/check-fraud',
  needs: z.object({ validation: z.object({ total: z.object({ amount: z.number() }) }) }),
  receipt: z.object({ score: z.number() }),
  faults: [],
  patienceSeconds: 60,
  timeoutSeconds: 10,
  memoryMb: 128,
});

describe('the order of the stages', () => {
  it('is right as it stands', () => {
    const workflow = receive(validateOrder)
      .next(processPayment, { undo: refundPayment })
      .next(shipOrder, { undo: cancelShipment })
      .tell(notifyCustomer);
    expectTypeOf(workflow).toEqualTypeOf<CompleteWorkflow>();
  });

  it('has room for a stage of another team', () => {
    receive(validateOrder).next(checkFraud).next(processPayment, { undo: refundPayment });
  });

  it('refuses shipping before payment', () => {
    receive(validateOrder)
      // @ts-expect-error Ship Order needs the receipt of Process Payment, which nobody has left yet.
      .next(shipOrder, { undo: cancelShipment })
      .next(processPayment, { undo: refundPayment });
  });

  it('refuses a stage before anything was validated', () => {
    // @ts-expect-error Process Payment needs the validated total; only a stage that takes raw input can come first.
    receive(processPayment);
  });

  it('refuses an undo that counts on more than stands when its stage fails', () => {
    // @ts-expect-error Cancel Shipment needs what payment leaves; an undo sees only what stood before its own stage.
    receive(validateOrder).next(processPayment, { undo: needsShipment });
  });

  it('takes an undo that reads nothing of its own stage (regression: the receipt was inferred from the undo, too)', () => {
    const workflow = receive(validateOrder).next(processPayment, { undo: refundByTotal });
    expectTypeOf(workflow.leaves.payment).toEqualTypeOf<PaymentReceipt>();
    receive(validateOrder).next(processPayment, { undo: refundBlindly });
  });

  it('takes an undo that reads a part of what its own stage may have left', () => {
    const workflow = receive(validateOrder).next(processPayment, { undo: refundByCharge });
    expectTypeOf(workflow.leaves.payment).toEqualTypeOf<PaymentReceipt>();
  });

  it('refuses an undo that counts on the receipt of its own stage, which may have failed', () => {
    // @ts-expect-error The charge may never have been answered: the receipt is optional.
    receive(validateOrder).next(processPayment, { undo: refundForCertain });
  });

  it('refuses an undo that reads the receipt of its own stage as something else', () => {
    // @ts-expect-error Process Payment leaves an amount, and no voucher.
    receive(validateOrder).next(processPayment, { undo: refundVoucher });
  });

  it('keeps the receipts that a later stage reads', () => {
    const workflow = receive(validateOrder).next(processPayment, { undo: refundPayment });
    expectTypeOf(workflow.leaves).toHaveProperty('payment');
    expectTypeOf(workflow.leaves).not.toHaveProperty('shipment');
  });
});

const refundFacts = {
  key: 'refund',
  stateName: 'Refund Payment',
  functionName: 'RefundPaymentFunction',
  bundle: '@example/refund/lambda/refund',
  receipt: z.object({ status: z.literal('refunded') }),
  faults: [],
  patienceSeconds: 6 * 60 * 60,
  timeoutSeconds: 10,
  memoryMb: 128,
} as const;
const charged = z.object({ amount: z.object({ amount: z.number() }) });

const needsShipment = defineStage({
  ...refundFacts,
  needs: z.object({ shipment: z.object({ trackingNumber: z.string() }) }),
});
const refundByTotal = defineStage({
  ...refundFacts,
  needs: z.object({ validation: z.object({ total: z.object({ amount: z.number() }) }) }),
});
const refundBlindly = defineStage({ ...refundFacts, needs: z.unknown() });
const refundByCharge = defineStage({ ...refundFacts, needs: z.object({ payment: z.optional(charged) }) });
const refundForCertain = defineStage({ ...refundFacts, needs: z.object({ payment: charged }) });
const refundVoucher = defineStage({
  ...refundFacts,
  needs: z.object({ payment: z.optional(z.object({ voucher: z.string() })) }),
});

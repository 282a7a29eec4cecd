import { notifyCustomer } from '@order-workflow/notify';
import { defineStage } from '@order-workflow/order-domain';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
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
  patience: 'prompt',
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

  it('keeps the receipts that a later stage reads', () => {
    const workflow = receive(validateOrder).next(processPayment, { undo: refundPayment });
    expectTypeOf(workflow.leaves).toHaveProperty('payment');
    expectTypeOf(workflow.leaves).not.toHaveProperty('shipment');
  });
});

const needsShipment = defineStage({
  key: 'refund',
  stateName: 'Refund Payment',
  functionName: 'RefundPaymentFunction',
  bundle: '@example/refund/lambda/refund',
  needs: z.object({ shipment: z.object({ trackingNumber: z.string() }) }),
  receipt: z.object({ status: z.literal('refunded') }),
  faults: [],
  patience: 'patient',
  timeoutSeconds: 10,
  memoryMb: 128,
});

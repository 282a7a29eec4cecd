import { contractSchema } from '@order-workflow/order-domain';
import { defineStage, executionSchema } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { payableOrder } from './payable-order.ts';
import { PaymentGatewayUnavailable, PaymentOutcomeUnknown, RefundUnsettled } from './payment-failures.ts';
import { paymentReceiptSchema } from './payment-receipt.ts';
import { refundReceiptSchema } from './refund-receipt.ts';

/** Manifest of Refund Payment: makes sure that nothing is held, whether or not the charge was made. */
export const refundPayment = defineStage({
  key: 'refund',
  stateName: 'Refund Payment',
  functionName: 'RefundPaymentFunction',
  word: 'refund',
  port: { name: 'gateway', call: 'refund' },
  bundle: '@order-workflow/payment/lambda/refund-payment',
  needs: z.object({
    contract: contractSchema,
    ...payableOrder,
    payment: z.optional(paymentReceiptSchema),
    execution: z.optional(executionSchema),
  }),
  receipt: refundReceiptSchema,
  faults: [PaymentGatewayUnavailable, PaymentOutcomeUnknown, RefundUnsettled],
  patienceSeconds: 6 * 60 * 60,
  /** Four calls of the gateway at most, each cut off by the adapter after five seconds. */
  timeoutSeconds: 25,
  memoryMb: 128,
  settings: ['PAYMENT_GATEWAY_URL', 'PAYMENT_GATEWAY_TIMEOUT_MS'],
  access: { secret: 'PAYMENT_GATEWAY_SECRET_ARN' },
});

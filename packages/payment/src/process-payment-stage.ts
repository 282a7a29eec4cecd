import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { payableOrder } from './payable-order.ts';
import {
  PaymentDeclined,
  PaymentGatewayUnavailable,
  PaymentOutcomeUnknown,
  PaymentPending,
} from './payment-failures.ts';
import { paymentReceiptSchema } from './payment-receipt.ts';

/** Manifest of Process Payment: charges the order's total, once. */
export const processPayment = defineStage({
  key: 'payment',
  stateName: 'Process Payment',
  functionName: 'ProcessPaymentFunction',
  word: 'payment',
  port: { name: 'gateway', call: 'charge' },
  bundle: '@order-workflow/payment/lambda/process-payment',
  needs: z.object({ contract: recordVersionSchema, ...payableOrder }),
  receipt: paymentReceiptSchema,
  rejections: [PaymentDeclined],
  rejectedAs: 'declined',
  faults: [PaymentGatewayUnavailable, PaymentOutcomeUnknown, PaymentPending],
  /** A customer waits; but for a bank transfer, and for whoever must confirm it, the order can. */
  patienceSeconds: { PaymentGatewayUnavailable: 60, PaymentOutcomeUnknown: 60, PaymentPending: 5 * 24 * 60 * 60 },
  awaits: {
    fault: PaymentPending,
    stateName: 'Await Payment',
    paymentMethods: ['BankTransfer'],
    apology: 'your payment was not completed in time',
  },
  apology: {
    failed: 'your payment could not be completed',
    in: {
      de: {
        failed: 'Ihre Zahlung konnte nicht abgeschlossen werden',
        awaited: 'Ihre Zahlung wurde nicht rechtzeitig abgeschlossen',
      },
    },
  },
  /** Two calls of the gateway at most, each cut off by the adapter after five seconds. */
  timeoutSeconds: 15,
  memoryMb: 128,
  settings: ['PAYMENT_GATEWAY_URL', 'PAYMENT_GATEWAY_TIMEOUT_MS'],
  access: { secret: 'PAYMENT_GATEWAY_SECRET_ARN' },
});

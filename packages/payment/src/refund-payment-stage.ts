import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage, stageExecutionSchema } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { payableOrder } from './payable-order.ts';
import { PaymentGatewayUnavailable, PaymentOutcomeUnknown, RefundUnsettled } from './payment-failures.ts';
import { paymentReceiptSchema } from './payment-receipt.ts';
import { refundReceiptSchema } from './refund-receipt.ts';

/** Seconds: nobody is at hand to undo it sooner than software can, and what is held is somebody’s. */
const fortnight = 14 * 24 * 60 * 60;

/** Manifest of Refund Payment: makes sure that nothing is held, whether or not the charge was made. */
export const refundPayment = defineStage({
  key: 'refund',
  stateName: 'Refund Payment',
  functionName: 'RefundPaymentFunction',
  word: 'refund',
  port: { name: 'gateway', call: 'refund' },
  bundle: '@order-workflow/payment/lambda/refund-payment',
  needs: z.object({
    contract: recordVersionSchema,
    ...payableOrder,
    payment: z.optional(paymentReceiptSchema),
    execution: z.optional(stageExecutionSchema),
  }),
  receipt: refundReceiptSchema,
  faults: [PaymentGatewayUnavailable, PaymentOutcomeUnknown, RefundUnsettled],
  patienceSeconds: {
    PaymentGatewayUnavailable: fortnight,
    PaymentOutcomeUnknown: fortnight,
    RefundUnsettled: fortnight,
  },
  awaits: {
    fault: RefundUnsettled,
    stateName: 'Await Refund',
    announcedIn: 'Announce Refund',
    runbook: `The gateway accepted the refund and has not made it in a fortnight (\`RefundUnsettled\`), gave it up again and again, or no longer
answers. The customer has been told that the refund is on its way, unless it stands before in the history that this failed too. The
order stays open: whoever places it again gets a \`duplicate\`, so that no two attempts hold money.

1. Look the charge up at the gateway by the key \`order-<id>-charge\`, and ask the gateway what holds the refund up.
2. Redrive when it has made it, or you have refunded by hand: the order is closed, and nobody is told a second time. After fourteen days,
   when there is no redrive any more, [cancel the order](#cancel-an-order): that waits for the refund, closes it, and tells so.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault shipping=refused --fault refund=refund-fails-late\``,
  },
  runbook: `Money may be held for an order that will not be shipped. The gateway did not answer for all of its retries
(\`PaymentGatewayUnavailable\`, \`PaymentOutcomeUnknown\`), or its ledger contradicts the order (\`PaymentMismatch\`).

1. Look the charge up at the gateway by the key \`order-<id>-charge\`, of a later attempt \`order-<id>.<attempt>-charge\`.
2. When the gateway answers again, redrive: it refunds what is charged, voids what is pending, and blocks the key if there
   is nothing.
3. If you refunded by hand, redrive all the same: it finds the refund and tells the customer.
4. On \`PaymentMismatch\` the charge is of another amount or belongs to another order. Clear that up with the gateway first.
5. If its cause says "before this execution began", the charge is an earlier execution's of the same
   order, from before there was a table of orders
   ([why](decisions/0008-an-execution-undoes-only-what-it-made.md)). If that one was fulfilled, the charge is right: leave
   this execution as it is. If the customer shall have the money back, refund by hand, then redrive.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault shipping=refused --fault refund=unavailable\`
(after \`pnpm order reset\`, where it was placed before: an order is placed once).`,
  /** Four calls of the gateway at most, each cut off by the adapter after five seconds. */
  timeoutSeconds: 25,
  memoryMb: 128,
  settings: ['PAYMENT_GATEWAY_URL', 'PAYMENT_GATEWAY_TIMEOUT_MS'],
  access: { secret: 'PAYMENT_GATEWAY_SECRET_ARN' },
});

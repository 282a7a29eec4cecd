import { createStageHandler, fail } from '@order-workflow/stage-kit';
import { PaymentDeclined, PaymentPending, RefundUnsettled } from './payment-failures.ts';
import { processPayment } from './process-payment-stage.ts';
import { refundPayment } from './refund-payment-stage.ts';

createStageHandler(processPayment, () => fail(new PaymentPending('declared by Process Payment')));

// @ts-expect-error Process Payment does not declare RefundUnsettled, so the workflow would not know what to do with it
createStageHandler(processPayment, () => fail(new RefundUnsettled('not declared')));

// @ts-expect-error an undo is never rejected: it has no way to say that the customer was declined
createStageHandler(refundPayment, () => fail(new PaymentDeclined(['not declared'])));

declare const record: Parameters<typeof processPayment.accepts>[0];
const { validation: _, ...unvalidated } = record;

// @ts-expect-error nothing is charged before the order is validated: the total is missing
processPayment.accepts(unvalidated);

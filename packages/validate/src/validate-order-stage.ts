import { cardNumberGiven, recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage, stageExecutionSchema } from '@order-workflow/stage-kit';
import { OrderStoreUnavailable } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import { CatalogUnavailable, OrderAlreadyPlaced, OrderRejected } from './validation-failures.ts';
import { validationReceiptSchema } from './validation-receipt.ts';

/** Manifest of Validate Order. It takes as order whatever was sent: to say what is wrong with it is its work. */
export const validateOrder = defineStage({
  key: 'validation',
  stateName: 'Validate Order',
  functionName: 'ValidateOrderFunction',
  word: 'validate',
  port: { name: 'catalog' },
  bundle: '@order-workflow/validate/lambda/validate-order',
  needs: z.object({ contract: recordVersionSchema, order: z.unknown(), execution: z.optional(stageExecutionSchema) }),
  receipt: validationReceiptSchema,
  rejections: [OrderRejected],
  rejectedAs: 'rejected',
  withheldWhere: cardNumberGiven,
  notOwned: OrderAlreadyPlaced,
  faults: [CatalogUnavailable, OrderStoreUnavailable],
  patienceSeconds: { CatalogUnavailable: 60, OrderStoreUnavailable: 60 },
  runbook: `Nothing is held. The catalog did not answer for all of its retries, or the function has a defect. Mend it, then redrive: the
order goes its way from the beginning.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault validate=defect\``,
  timeoutSeconds: 10,
  memoryMb: 128,
  access: { table: 'orders', madeKey: 'ORDER_FINGERPRINT_KEY' },
});

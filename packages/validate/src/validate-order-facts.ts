import { cardNumberGiven, recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage, stageExecutionSchema } from '@order-workflow/stage-kit';
import { OrderStoreUnavailable } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import { CatalogUnavailable, OrderAlreadyPlaced, OrderRejected } from './validation-failures.ts';
import { validationReceiptSchema } from './validation-receipt.ts';

/**
 * What the function of Validate Order needs of its manifest: all but the words for people, which would be carried in its bundle.
 * It takes as order whatever was sent: to say what is wrong with it is its work.
 */
export const validateOrderFacts = defineStage({
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
  timeoutSeconds: 10,
  memoryMb: 128,
  access: { table: 'orders', madeKey: 'ORDER_FINGERPRINT_KEY' },
});

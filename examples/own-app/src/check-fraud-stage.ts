import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';

/** Looks at what an order is worth before it is paid for. */
export const checkFraud = defineStage({
  key: 'fraud',
  stateName: 'Check Fraud',
  functionName: 'CheckFraudFunction',
  bundle: '@example/shop/lambda/check-fraud',
  needs: z.object({
    contract: recordVersionSchema,
    validation: z.object({ total: z.object({ amount: z.number() }) }),
  }),
  receipt: z.object({ score: z.number() }),
  faults: [],
  patienceSeconds: 60,
  timeoutSeconds: 5,
  memoryMb: 128,
});

import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import { OrderStoreUnavailable } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import { CancellationRejected, NothingToCancel, OrderNeverAccepted, OrderNotPlaced } from './cancellation-failures.ts';
import { takeoverReceiptSchema } from './takeover-receipt.ts';

/** Manifest of Take Order Over, with which each cancellation begins. It takes whatever was sent: to say what is wrong with it is its work. */
export const takeOrderOver = defineStage({
  key: 'takeover',
  stateName: 'Take Order Over',
  functionName: 'TakeOrderOverFunction',
  word: 'takeover',
  bundle: '@order-workflow/cancel/lambda/take-order-over',
  needs: z.object({
    contract: recordVersionSchema,
    order: z.unknown(),
    execution: z.object({ id: z.string().check(z.minLength(1)), startedAt: z.string() }),
  }),
  receipt: takeoverReceiptSchema,
  rejections: [CancellationRejected, OrderNotPlaced, OrderNeverAccepted],
  rejectedAs: 'rejected',
  notOwned: NothingToCancel,
  faults: [OrderStoreUnavailable],
  patienceSeconds: 6 * 60 * 60,
  runbook: `Nothing has been undone, and the order's own execution may go on. The table of orders did not answer for all of its
retries (\`OrderStoreUnavailable\`), or the function has a defect. Mend it, then redrive, or cancel the order once more: either
begins with whoever has the order then.

To practise: \`pnpm order place examples/orders/sample.json\`, then
\`pnpm order cancel 12345 --fast-forward --fault takeover=defect\``,
  timeoutSeconds: 10,
  memoryMb: 128,
  access: { table: 'orders' },
});

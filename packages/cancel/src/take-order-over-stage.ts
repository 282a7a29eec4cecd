import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage, rejection } from '@order-workflow/stage-kit';
import { OrderStoreUnavailable } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';

/** What Take Order Over leaves: the record of the attempt, on which the undos run, and what is known of the takeover. */
export const takeoverReceiptSchema = z.object({
  status: z.literal('taken'),
  /** The execution that worked on the order, which is to be stopped: its ARN, or its name where that is all that is known. */
  worker: z.string().check(z.minLength(1)),
  /** Why, in the words of whoever cancels. For operators: no customer is told. */
  reason: z.optional(z.string()),
  /** As the store has it, of the first stage's receipt: it opens the record of the cancellation. */
  record: z.object({ contract: recordVersionSchema, order: z.unknown(), validation: z.looseObject({}) }),
});

export type TakeoverReceipt = z.infer<typeof takeoverReceiptSchema>;

/** Who cancels named no order that could be known. */
export class CancellationRejected extends rejection('CancellationRejected') {}

/** No execution has come of the order: it is left cancelled, and one that comes later is a duplicate. */
export class OrderNotPlaced extends rejection('OrderNotPlaced') {}

/** The order was found wrong before anything was done for it: there is nothing to undo. */
export class OrderNeverAccepted extends rejection('OrderNeverAccepted') {}

/** The order has ended with nothing held, or this execution has ended it before. */
export class NothingToCancel extends rejection('NothingToCancel') {}

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
begins with whoever has the order then. Once the order was cancelled anew, the redriven execution has nothing left to do: it ends
well at Nothing To Cancel, and leaves the order to the later one, or as that left it.

To practise: \`pnpm order place examples/orders/sample.json\`, then
\`pnpm order cancel 12345 --fast-forward --fault takeover=defect\``,
  timeoutSeconds: 10,
  memoryMb: 128,
  access: { table: 'orders' },
});

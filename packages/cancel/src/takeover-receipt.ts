import { recordVersionSchema } from '@order-workflow/order-domain';
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

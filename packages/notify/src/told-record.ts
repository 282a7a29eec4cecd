import { failureNoteSchema, moneySchema, outcomeSchema, pricedLineSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/**
 * The part of the record that a notice is written from. The order may be anything, since a rejected one is told of
 * too; each receipt is there if its stage was reached.
 */
export const toldRecordSchema = z.object({
  outcome: outcomeSchema,
  order: z.unknown(),
  failure: z.optional(failureNoteSchema),
  validation: z.optional(z.object({ lines: z.array(pricedLineSchema), total: moneySchema })),
  shipment: z.optional(
    z.object({ carrier: z.string(), service: z.string(), trackingNumber: z.string(), estimatedDelivery: z.string() }),
  ),
  refund: z.optional(
    z.object({ status: z.enum(['refunded', 'voided', 'nothing-held']), amount: z.optional(moneySchema) }),
  ),
});

export type ToldRecord = z.infer<typeof toldRecordSchema>;

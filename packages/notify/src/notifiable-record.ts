import type { FailureNote } from '@order-workflow/order-domain';
import {
  attemptSchema,
  failureNoteSchema,
  moneySchema,
  orderEndSchema,
  pricedLineSchema,
} from '@order-workflow/order-domain';
import { stageExecutionSchema } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';

/**
 * The part of the record that a notice is written from. The order may be anything, since a rejected one is told of
 * too; each receipt is there if its stage was reached.
 */
export const notifiableRecordSchema = z.object({
  outcome: orderEndSchema,
  order: z.unknown(),
  failure: z.optional(failureNoteSchema),
  /** With all else that it holds: an order from before there were claims is kept as it is. */
  validation: z.optional(
    z.looseObject({ lines: z.array(pricedLineSchema), total: moneySchema, attempt: z.optional(attemptSchema) }),
  ),
  shipment: z.optional(
    z.object({ carrier: z.string(), service: z.string(), trackingNumber: z.string(), estimatedDelivery: z.string() }),
  ),
  refund: z.optional(
    z.object({
      /** `on-its-way`: the gateway has accepted it. */
      status: z.enum(['refunded', 'voided', 'nothing-held', 'on-its-way']),
      amount: z.optional(moneySchema),
    }),
  ),
  /** Of an order whose end was announced; of one whose notice was parked there is another `status`. */
  notification: z.optional(z.looseObject({ status: z.string() })),
  /** Of an order that somebody cancelled, also where that came too late. */
  takeover: z.optional(z.object({})),
  /** The key of the undo that is accepted and not done, of an order whose end is only announced. */
  announcing: z.optional(z.string()),
  execution: z.optional(stageExecutionSchema),
});

export type NotifiableRecord = z.infer<typeof notifiableRecordSchema>;

/** The failure of a stage behind a parcel that stands: that of the parcel's own was none after all. */
export function leftUndone({ failure }: NotifiableRecord): FailureNote | undefined {
  return failure?.stage === 'shipment' ? undefined : failure;
}

import { attemptSchema, orderEndSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

const count = z.int().check(z.minimum(1));

/** In minor units of the currency (ISO 4217). Consumers need not know every one that may come. */
const amountSchema = z.object({
  amount: z.int().check(z.minimum(0)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

/**
 * The `detail` of an event that tells others how an attempt at an order ended. Nothing in it is about a person: who wants more
 * asks by the order's id. Fields may come to a version; what there is keeps its meaning, or the version is another.
 */
export const orderEventSchema = z.object({
  version: z.literal(1),
  /** The same however often it comes: drop what you have had. Made of the order, its attempt, how it ended and `sequence`. */
  id: z.string().check(z.minLength(1)),
  /** Higher of a later event of the order. Absent of an order that nobody could claim, since its id cannot be read. */
  sequence: z.optional(count),
  /** Absent when the order was rejected and its id could not be read. */
  orderId: z.optional(z.string()),
  attempt: z.optional(attemptSchema),
  outcome: orderEndSchema,
  /** What was ordered, each product once. Absent of an order that was rejected. */
  lines: z.optional(z.array(z.object({ sku: z.string(), quantity: count }))),
  /** What it cost, or would have. Absent of an order that was rejected. */
  total: z.optional(amountSchema),
  /** The stage at which it failed, and the name of the error. */
  failure: z.optional(z.object({ stage: z.string(), error: z.string() })),
  /** What became of the money, where there was something to undo. */
  refund: z.optional(z.object({ status: z.string(), amount: z.optional(amountSchema) })),
});

export type OrderEvent = z.infer<typeof orderEventSchema>;

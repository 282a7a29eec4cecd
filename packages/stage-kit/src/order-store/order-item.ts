import * as z from 'zod/mini';
import { executionIdentitySchema } from './execution-identity.ts';
import { orderStatusSchema } from './order-status.ts';

const count = z.int().check(z.minimum(0));

/** The last notice of an order. It is `sending` from the write that ends the attempt, or announces its end, until somebody saw it published. */
const noticeStateSchema = z.object({
  /** The notice's own id, the same however often it is published. */
  id: z.string(),
  /** 1 for the order's first notice, and one more for each that follows, over all attempts. */
  sequence: count,
  state: z.enum(['sending', 'sent']),
});

/**
 * What an undo needs to know of an attempt. Of a rejected order, which holds nothing, only the reasons are kept; they
 * hold no personal data.
 */
export type StoredRecord = { readonly contract: number; readonly attempt: number } & (
  | { readonly rejection: readonly string[] }
  | { readonly order?: unknown; readonly validation?: unknown }
);

/** Both kinds at once: no union, which a stage would load for this alone. */
const storedRecordSchema: z.ZodMiniType<StoredRecord> = z.object({
  contract: z.int(),
  attempt: count,
  rejection: z.optional(z.array(z.string())),
  order: z.optional(z.unknown()),
  validation: z.optional(z.unknown()),
});

/** What the store has of an order: one item, whose key is the order's id. */
export const orderItemSchema = z.object({
  /** The shape of the item. Of another release's, this one reads nothing rather than something wrong. */
  version: z.enum({ first: 1 }),
  /** Never empty: a table has no such key. */
  orderId: z.string(),
  /** How often the item was written. With it, a write that arrives late finds that it is too late. */
  revision: count,
  /** The execution of the last attempt, or the one that took it over to cancel it. */
  owner: executionIdentitySchema,
  /** Of an attempt that was taken over: the execution that worked on it, which is to be stopped. */
  worker: z.optional(executionIdentitySchema),
  /** 1 for the order's first attempt; 0 of an order that was cancelled before any execution came. */
  attempt: count,
  status: orderStatusSchema,
  /** Keyed hashes of what each attempt asked for, so that the same content is known again without being kept. */
  fingerprints: z.array(z.string()),
  record: storedRecordSchema,
  /** The keyed hash of its customer's address. */
  customer: z.optional(z.string()),
  notice: z.optional(noticeStateSchema),
  /** The last executions that asked for it, or to cancel it, and were answered for good: what a late call of theirs finds is none of theirs. */
  answered: z.optional(z.array(z.string())),
  /** How the attempt will end, as the customer was told, once an undo is done that was accepted: until then it may hold something. */
  announced: z.optional(orderStatusSchema),
});

export type NoticeState = z.infer<typeof noticeStateSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;

/** An item with the notice of its attempt, which is claimed by it. */
export type NoticedOrder = OrderItem & { readonly notice: NoticeState };

/** What a write compares the item with. `revision` alone would do, were tables never restored from a backup. */
export type FoundItem = Pick<OrderItem, 'owner' | 'attempt' | 'status' | 'revision'>;

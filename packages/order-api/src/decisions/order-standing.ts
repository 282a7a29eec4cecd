import { moneySchema, orderEndSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

const text = z.string();

/** How an order stands, as the API tells it. It holds nothing of the customer but the id that the shop gave. */
export const orderStandingSchema = z.object({
  orderId: text,
  /** 1 for the first; 0 of an order that was cancelled before it came. */
  attempt: z.int().check(z.minimum(0)),
  /**
   * `accepted`: its execution has not come to it yet. `open`: it is worked on. `cancelling`: it is being undone. The others are
   * ends.
   */
  status: z.union([z.enum(['accepted', 'open', 'cancelling']), orderEndSchema]),
  /** `needs-a-person`: it failed, and goes on when somebody redrives it. */
  progress: z.enum(['working', 'needs-a-person', 'ended']),
  money: z.object({
    /** `unsettled` while nobody can say; `nothing-held` where none was taken, or all went back. */
    state: z.enum(['unsettled', 'charged', 'nothing-held']),
    /** What the order comes to, in minor units of the currency; missing of what was never priced. */
    total: z.optional(moneySchema),
    /** How it came that nothing is held, in the word of the refund's receipt. */
    refund: z.optional(text),
  }),
  parcel: z.object({
    /** `undecided` while nobody can say; `none` where none goes out. */
    state: z.enum(['undecided', 'sent', 'none']),
    carrier: z.optional(text),
    trackingNumber: z.optional(text),
    /** `2026-03-04` */
    estimatedDelivery: z.optional(text),
  }),
  /** Why it was rejected, or declined, in sentences. */
  reasons: z.optional(z.array(text)),
  /** In how many seconds it is worth asking again; missing where nothing more happens by itself. */
  askAgainSeconds: z.optional(z.int().check(z.minimum(1))),
});

export type OrderStanding = z.infer<typeof orderStandingSchema>;

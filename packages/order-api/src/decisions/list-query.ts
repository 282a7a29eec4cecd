import { orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';

export const listLimits = { most: 100, usual: 50, usualDays: 7 } as const;

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** Which orders are listed. */
export const listQuerySchema = z.object({
  status: z.optional(orderStatusSchema),
  /** The moment, or the day, from which on their attempts began. */
  since: z.string(),
  /** The keyed hash of their customer's address. */
  customer: z.optional(z.string()),
  limit: z.int().check(z.minimum(1), z.maximum(listLimits.most)),
});

/** How far a list was read: into which day, where it is one of days, and there down to an order, if that was begun. */
export const listPlaceSchema = z.object({ day: z.optional(day), before: z.optional(z.string()) });

/** What the text of a page says: it is all that the next page needs to know. */
export const listPageSchema = z.object({ version: z.literal(1), query: listQuerySchema, place: listPlaceSchema });

export type ListQuery = z.infer<typeof listQuerySchema>;
export type ListPlace = z.infer<typeof listPlaceSchema>;

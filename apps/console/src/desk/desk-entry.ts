import * as z from 'zod/mini';

const optionalText = z.optional(z.string());
const money = z.looseObject({ amount: z.number(), currency: z.string() });

/** An execution as the desk of the server shows it. Instants are milliseconds since the epoch. */
export const deskEntrySchema = z.looseObject({
  ...{ executionArn: z.string(), name: z.string(), of: z.enum(['orders', 'cancellations']) },
  ...{ orderId: optionalText, attempt: z.optional(z.number()), customer: optionalText },
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT']),
  ...{ outcome: optionalText, state: optionalText, enteredAt: z.optional(z.number()), failures: z.number() },
  ...{ error: optionalText, cause: optionalText, startedAt: z.number(), stoppedAt: z.optional(z.number()) },
  ...{ redriveCount: z.number(), total: z.optional(money), money: z.string(), parcel: z.string() },
  ...{ chargeId: optionalText, trackingNumber: optionalText, notTold: z.optional(z.literal(true)) },
  /** Why it cannot be redriven; absent where it can, or where nobody asked. */
  notRedrivable: optionalText,
});
export type DeskEntry = z.infer<typeof deskEntrySchema>;

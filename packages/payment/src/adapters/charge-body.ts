import { instantSchema, moneySchema, paymentMethods } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { type DeclineReason, declineReasons } from '../decline-reason.ts';
import { type LedgerEntry, pendingReasons } from '../ports/payment-gateway.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));

const chargeBody = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('charged'),
    chargeId: id,
    amount: moneySchema,
    method: z.enum(paymentMethods),
    chargedAt: instantSchema,
    failedRefunds: z.optional(z.int().check(z.minimum(0))),
  }),
  z.object({
    status: z.literal('pending'),
    chargeId: id,
    amount: moneySchema,
    reason: z.optional(z.string()),
    until: z.optional(instantSchema),
  }),
  z.object({ status: z.literal('declined'), reason: z.optional(z.string()) }),
  z.object({ status: z.literal('refunding'), chargeId: id, amount: moneySchema }),
  z.object({ status: z.literal('refunded'), chargeId: id, refundId: id, amount: moneySchema }),
  z.object({ status: z.literal('voided'), chargeId: id }),
  z.object({ status: z.literal('blocked') }),
]);

/** `livemode` is the word of Stripe: false where no money moves. */
const envelope = z.object({ key: z.string(), livemode: z.optional(z.boolean()) });

/** Reads a charge of the gateway's REST interface (README); undefined when it is not one, or one of another key. */
export function readChargeBody(body: unknown, key: string): LedgerEntry | undefined {
  const read = envelope.safeParse(body);
  const charge = chargeBody.safeParse(body);
  if (!charge.success || read.data?.key !== key) return undefined;
  const { status: kind, ...entry } = charge.data;
  const completed = {
    ...entry,
    ...('chargedAt' in entry && { failedRefunds: entry.failedRefunds ?? 0 }),
    ...(read.data.livemode === false && { simulated: true }),
    ...('reason' in entry && { reason: pendingReasons.find((one) => one === entry.reason) }),
    ...(kind === 'declined' && { reason: known('reason' in entry ? entry.reason : undefined) }),
  };
  return { kind, ...completed } as LedgerEntry;
}

/** A reason that we have no words for is as good as none. */
function known(reason: string | undefined): DeclineReason {
  return declineReasons.find((one) => one === reason) ?? 'other';
}

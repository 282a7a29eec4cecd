import { dateSchema, instantSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { serviceNames } from '../choose-service.ts';
import type { LedgerEntry } from '../ports/carrier.ts';
import { type RefusalReason, refusalReasons } from '../refusal-reason.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));

const booking = {
  shipmentId: text,
  trackingNumber: text,
  carrier: text,
  service: z.enum(serviceNames),
  bookedAt: instantSchema,
  estimatedDelivery: z.optional(dateSchema),
};

const shipmentBody = z.discriminatedUnion('status', [
  z.object({ status: z.literal('booked'), ...booking }),
  z.object({ status: z.literal('departed'), ...booking }),
  z.object({ status: z.literal('refused'), reason: z.optional(z.string()) }),
  z.object({ status: z.literal('cancelled'), shipmentId: text }),
  z.object({ status: z.literal('blocked') }),
]);

/** `livemode` is the word of Stripe: false where no parcel moves. */
const envelope = z.object({ key: z.string(), livemode: z.optional(z.boolean()) });

/** Reads a shipment of the carrier's REST interface (README); undefined when it is not one, or one of another key. */
export function readShipmentBody(body: unknown, key: string): LedgerEntry | undefined {
  const read = envelope.safeParse(body);
  const shipment = shipmentBody.safeParse(body);
  if (!shipment.success || read.data?.key !== key) return undefined;
  const { status: kind, ...entry } = shipment.data;
  const reason = known('reason' in entry ? entry.reason : undefined);
  return {
    kind,
    ...entry,
    ...(kind === 'refused' && { reason }),
    ...(read.data.livemode === false && { simulated: true }),
  } as LedgerEntry;
}

/** A reason that we have no words for is as good as none. */
function known(reason: string | undefined): RefusalReason {
  return refusalReasons.find((one) => one === reason) ?? 'other';
}

import { instantSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { shipmentReceiptSchema } from './shipment-receipt.ts';

/** No parcel moved: the carrier is a simulation, or in its test mode. */
const simulated = z.optional(z.literal(true));

/** What Cancel Shipment leaves: how it came that no parcel goes out, or the parcel that stands after all. */
export const cancellationReceiptSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('cancelled'),
    shipmentId: z.string().check(z.minLength(1), z.maxLength(200)),
    /** When this stage saw that no parcel goes out. */
    settledAt: instantSchema,
    simulated,
  }),
  /** There was no booking, and there will be none. */
  z.object({ status: z.literal('never-booked'), settledAt: instantSchema, simulated }),
  /** Too late: the parcel is on its way, and the order goes forward with it. */
  z.object({ status: z.literal('on-its-way'), standing: shipmentReceiptSchema, settledAt: instantSchema }),
  /** An earlier execution of the same order booked it, and the order goes forward with it. */
  z.object({ status: z.literal('booked-before'), standing: shipmentReceiptSchema, settledAt: instantSchema }),
]);

export type CancellationReceipt = z.infer<typeof cancellationReceiptSchema>;

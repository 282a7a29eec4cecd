import * as z from 'zod/mini';
import { emailAddressSchema } from './email-address.ts';

const addressedSchema = z.object({ customerEmail: emailAddressSchema });

/** The address of an order's customer, by which one is the same whatever the capitals; undefined of an order without one that mail could be sent to. */
export function customerAddress(order: unknown): string | undefined {
  return addressedSchema.safeParse(order).data?.customerEmail.toLowerCase();
}

import { orderIdSchema, shippingAddressSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { chooseService } from './choose-service.ts';
import { shipKey } from './idempotency-key.ts';
import type { ShipmentRequest } from './ports/carrier.ts';

/** What both stages of this package read of the record. What others add to it is dropped. */
export const shippableOrder = {
  order: z.object({
    orderId: orderIdSchema,
    customerName: z.optional(z.string()),
    customerPhone: z.optional(z.string()),
    shippingAddress: z.optional(z.object(shippingAddressSchema.shape)),
  }),
  /** Of the validation receipt: what is in the parcel. */
  validation: z.object({
    lines: z.array(z.object({ sku: z.string(), quantity: z.int() })),
    /** Grams of the whole order. */
    weight: z.int().check(z.minimum(0)),
  }),
};

const shippableOrderSchema = z.object(shippableOrder);
export type ShippableOrder = z.infer<typeof shippableOrderSchema>;

/** The one shipment of an order: the same, whichever stage, attempt or execution asks. */
export function shipmentRequest({ order, validation }: ShippableOrder): ShipmentRequest {
  const { orderId, customerName: name, customerPhone: phone, shippingAddress: address } = order;
  const { weight, lines } = validation;
  const recipient = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  return {
    key: shipKey(orderId),
    service: chooseService({ weight, country: address?.country }),
    weight,
    contents: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    ...(address && { address: addressOf(address) }),
    ...(Object.keys(recipient).length > 0 && { recipient }),
  };
}

/** Without the keys that are undefined, which a schema's type allows and the port's does not. */
function addressOf(address: NonNullable<ShippableOrder['order']['shippingAddress']>) {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as NonNullable<
    ShipmentRequest['address']
  >;
}

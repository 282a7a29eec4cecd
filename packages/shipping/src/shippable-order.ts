import {
  attemptSchema,
  customerNameSchema,
  labelLines,
  leftOutWhenBlank,
  orderIdSchema,
  type ShippingAddress,
  shippingAddressSchema,
  telephoneSchema,
} from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { chooseService } from './choose-service.ts';
import { shipKey } from './idempotency-key.ts';
import type { LabelAddress, ShipmentRequest } from './ports/carrier.ts';

/** What both stages of this package read of the record. What others add to it is dropped. */
export const shippableOrder = {
  order: z.object({
    orderId: orderIdSchema,
    customerName: leftOutWhenBlank(customerNameSchema),
    customerPhone: leftOutWhenBlank(telephoneSchema),
    shippingAddress: z.optional(z.object(shippingAddressSchema.shape)),
  }),
  /** Of the validation receipt: what is in the parcel, and which attempt at the order this is. */
  validation: z.object({
    lines: z.array(z.object({ sku: z.string(), quantity: z.int() })),
    /** Grams of the whole order. */
    weight: z.int().check(z.minimum(0)),
    attempt: z.optional(attemptSchema),
  }),
};

const shippableOrderSchema = z.object(shippableOrder);
export type ShippableOrder = z.infer<typeof shippableOrderSchema>;

/** The one shipment of an attempt at an order: the same, whichever stage or execution asks, and however often. */
export function shipmentRequest({ order, validation }: ShippableOrder): ShipmentRequest {
  const { orderId, customerName: name, customerPhone: phone, shippingAddress: address } = order;
  const { weight, lines, attempt } = validation;
  const recipient = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  return {
    key: shipKey(orderId, attempt),
    service: chooseService({ weight, country: address?.country }),
    weight,
    contents: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    ...(address && { address: addressOf(address) }),
    ...(Object.keys(recipient).length > 0 && { recipient }),
  };
}

/**
 * With its lines as they go onto a label, and without the keys that are undefined. Validate Order has seen that there are
 * three at most; whatever there is, is sent.
 */
function addressOf(address: ShippingAddress): LabelAddress {
  const [line1 = '', line2, ...more] = labelLines(address);
  const line3 = more.length > 0 ? more.join(' ') : undefined;
  const written = { ...address, line1, line2, line3 };
  return Object.fromEntries(
    Object.entries(written).filter(([, value]) => value !== undefined),
  ) as unknown as LabelAddress;
}

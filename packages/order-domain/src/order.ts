import * as z from 'zod/mini';
import { attemptSchema } from './attempt.ts';
import { attributesSchema } from './attributes.ts';
import { currencySchema } from './currency.ts';
import { customerNameSchema, localeSchema, telephoneSchema } from './customer-fields.ts';
import { emailAddressSchema } from './email-address.ts';
import { leftOutWhenBlank } from './left-out-when-blank.ts';
import { orderIdSchema } from './order-id.ts';
import { paymentMethods, paymentTokenSchema } from './payment-method.ts';
import { shippingAddressSchema } from './shipping-address.ts';
import { skuSchema } from './sku.ts';

/** Bounds of an order. A change here is a change of the public interface: add a changeset. */
export const orderLimits = {
  lines: 500,
  quantity: 9_999,
  /**
   * Characters of the whole order as JSON without spaces. In UTF-8 they are 131,072 bytes at most; Step Functions takes
   * 262,144, of which each receipt needs some.
   */
  characters: 32_768,
} as const;

/** Said of a key that an order does not have. */
const ownFields = {
  error: ({ code }: { readonly code: string }) => (code === 'unrecognized_keys' ? inAttributes : undefined),
};
const inAttributes = "a shop's own fields go into attributes";

export const orderLineSchema = z.strictObject(
  {
    sku: skuSchema,
    quantity: z.int().check(z.minimum(1), z.maximum(orderLimits.quantity)),
    /** The shop's own: carried, never read. */
    attributes: z.optional(attributesSchema),
  },
  ownFields,
);

/** What the record holds in place of an input that is larger than any order: how many characters it has. */
export const oversizeSchema = z.strictObject({ oversize: z.int() });

/**
 * The order as a customer places it, and the input of an execution. It names no price: prices come from the catalog.
 *
 * Reading it puts what is written in several ways into one: space around a text is left out, codes are in capital
 * letters and ASCII, the domain of an e-mail address is as mail is sent to it, and
 * what is optional and blank is missing. The record keeps the order as it was
 * placed; so whoever reads a field of it reads it by the schema of that field.
 */
export const orderSchema = z.strictObject(
  {
    orderId: orderIdSchema,
    /** Says aloud that the order is to be tried once more, as it is, after an attempt that ended with nothing held. */
    attempt: z.optional(attemptSchema),
    customerEmail: emailAddressSchema,
    items: z.array(orderLineSchema).check(z.minLength(1), z.maxLength(orderLimits.lines)),
    paymentMethod: z.enum(paymentMethods),
    paymentToken: z.optional(paymentTokenSchema),
    /** The catalog's own currency when it is left out. */
    currency: z.optional(currencySchema),
    customerName: leftOutWhenBlank(customerNameSchema),
    customerPhone: leftOutWhenBlank(telephoneSchema),
    /** The language that the customer is written to in; that of the shop when it is left out, or nobody has words for it. */
    locale: leftOutWhenBlank(localeSchema),
    /** Where the parcel goes. Without one it is kept for collection. */
    shippingAddress: z.optional(shippingAddressSchema),
    /** The shop's own: carried, never read. */
    attributes: z.optional(attributesSchema),
  },
  ownFields,
);

export type OrderLine = z.infer<typeof orderLineSchema>;
export type Order = z.infer<typeof orderSchema>;

import * as z from 'zod/mini';
import { currencySchema } from './currency.ts';
import { safeText } from './safe-text.ts';

/** Bounds of an order. A change here is a change of the contract: add a changeset. */
export const orderLimits = {
  lines: 100,
  quantity: 9_999,
  /**
   * Characters of the whole order as JSON without spaces: three times what all of its fields can take. In UTF-8 they are
   * 131,072 bytes at most; Step Functions takes 262,144, of which each receipt needs some.
   */
  characters: 32_768,
} as const;

export const paymentMethods = ['CreditCard', 'DebitCard', 'PayPal', 'BankTransfer'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** 1 to 64 letters, digits, hyphens and underscores: it becomes part of the execution's name and of every key. */
export const orderIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, '1 to 64 letters, digits, - or _'));

export const skuSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, '1 to 64 letters, digits, ., - or _'));

export const orderLineSchema = z.strictObject({
  sku: skuSchema,
  quantity: z.int().check(z.minimum(1), z.maximum(orderLimits.quantity)),
});

export const shippingAddressSchema = z.strictObject({
  line1: safeText(120),
  line2: z.optional(safeText(120)),
  city: safeText(80),
  region: z.optional(safeText(80)),
  postalCode: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,15}$/, '1 to 16 letters, digits, spaces or -')),
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)')),
});

/** What the record holds in place of an input that is larger than any order: how many characters it has. */
export const oversizeSchema = z.strictObject({ oversize: z.int() });

/** The order as a customer places it, and the input of an execution. It names no price: prices come from the catalog. */
export const orderSchema = z.strictObject({
  orderId: orderIdSchema,
  customerEmail: z.email('an e-mail address').check(z.maxLength(254)),
  items: z.array(orderLineSchema).check(z.minLength(1), z.maxLength(orderLimits.lines)),
  paymentMethod: z.enum(paymentMethods),
  /** What the payment provider's client gave for the customer's card or account. Never a card number. */
  paymentToken: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/, '1 to 128 letters, digits, - or _'))),
  /** The catalog's own currency when it is left out. */
  currency: z.optional(currencySchema),
  customerName: z.optional(safeText(120)),
  customerPhone: z.optional(z.string().check(z.regex(/^\+?[0-9][0-9 ()./-]{3,30}$/, 'a telephone number'))),
  /** Where the parcel goes. Without one it is kept for collection. */
  shippingAddress: z.optional(shippingAddressSchema),
});

export type OrderLine = z.infer<typeof orderLineSchema>;
export type ShippingAddress = z.infer<typeof shippingAddressSchema>;
export type Order = z.infer<typeof orderSchema>;

/** Fields that say who the customer is. Their values never appear in an error or a log line. */
export const personalFields: ReadonlySet<string> = new Set([
  'customerEmail',
  'customerName',
  'customerPhone',
  'shippingAddress',
  'paymentToken',
]);

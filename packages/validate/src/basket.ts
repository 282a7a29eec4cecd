import { orderLineSchema, orderSchema, type PaymentMethod, type ShippingAddress } from '@order-workflow/order-domain';

/** One line a SKU: lines of the same SKU are merged, and keep the place of the first. */
export interface BasketLine {
  readonly sku: string;
  /** What the lines ask for together; a quantity that cannot be read counts as none. */
  readonly quantity: number;
  /** Where the SKU first stands in the order, for messages: `items[0]`. */
  readonly field: string;
}

/** What the rules look at. Read from an order part by part, so that one bad field does not hide what else is wrong. */
export interface Basket {
  readonly lines: readonly BasketLine[];
  /** The order's own currency, `default` when it names none, absent when it cannot be read. */
  readonly currency?: string;
  /** Where the parcel goes, when that is said and can be read. */
  readonly address?: ShippingAddress;
  /** How it is paid, when that can be read. */
  readonly paymentMethod?: PaymentMethod;
}

/** Reads what can be read of an order that may be anything. */
export function readBasket(order: unknown): Basket {
  const { items, currency, shippingAddress, paymentMethod } = fieldsOf(order);
  const readCurrency = orderSchema.shape.currency.safeParse(currency);
  const address = orderSchema.shape.shippingAddress.safeParse(shippingAddress);
  const payment = orderSchema.shape.paymentMethod.safeParse(paymentMethod);
  return {
    lines: mergeLines(items),
    ...(readCurrency.success && { currency: readCurrency.data ?? 'default' }),
    ...(address.data && { address: address.data }),
    ...(payment.data && { paymentMethod: payment.data }),
  };
}

function mergeLines(items: unknown): BasketLine[] {
  const bySku = new Map<string, BasketLine>();
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const line = fieldsOf(item);
    const sku = orderLineSchema.shape.sku.safeParse(line['sku']);
    if (!sku.success) continue;
    const before = bySku.get(sku.data);
    const quantity = orderLineSchema.shape.quantity.safeParse(line['quantity']).data ?? 0;
    bySku.set(sku.data, {
      sku: sku.data,
      quantity: quantity + (before?.quantity ?? 0),
      field: before?.field ?? `items[${index}]`,
    });
  }
  return [...bySku.values()];
}

function fieldsOf(order: unknown): Record<string, unknown> {
  return typeof order === 'object' && order !== null ? { ...order } : {};
}

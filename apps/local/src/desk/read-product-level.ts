import * as z from 'zod/mini';

/** Pieces of a product that are held for an attempt at an order. */
export interface ProductHold {
  readonly orderId: string;
  readonly attempt: number;
  readonly quantity: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** A product as the table of stock has it. */
export interface ProductLevel {
  readonly sku: string;
  readonly left: number;
  readonly sold: number;
  readonly holds: readonly ProductHold[];
}

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });
const itemSchema = z.looseObject({ id: text, left: number, sold: number });

/** Reads an item of the table by its form (packages/stock/README.md, "The table"); undefined of one that is no product. */
export function readProductLevel(item: unknown): ProductLevel | undefined {
  const { data } = itemSchema.safeParse(item);
  const [, sku] = /^sku\/(.+)$/s.exec(data?.id.S ?? '') ?? [];
  if (!data || sku === undefined) return undefined;
  const holds = Object.entries(data).flatMap(([name, value]) => readHold(name, text.safeParse(value).data?.S ?? ''));
  return { sku, left: Number(data.left.N), sold: Number(data.sold.N), holds };
}

/** An attribute such as `hold#2#12345`: `3 of several since 1764338400123`. */
function readHold(name: string, value: string): ProductHold[] {
  const [, attempt, orderId] = /^hold#(\d+)#(.+)$/s.exec(name) ?? [];
  const [, quantity, since] = /^(\d+)(?: of several)? since (\d+)$/.exec(value) ?? [];
  return orderId === undefined || quantity === undefined
    ? []
    : [{ orderId, attempt: Number(attempt), quantity: Number(quantity), since: Number(since) }];
}

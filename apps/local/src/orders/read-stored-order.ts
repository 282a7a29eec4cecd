import * as z from 'zod/mini';
import type { Platform } from '../platform/platform.ts';

/** What the order store has of an order, as far as it matters to whoever places the order again. */
export interface OrderStoreEntry {
  /** The ARN of the execution that has its last attempt. */
  readonly owner: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** `open`, `fulfilled`, `declined` and so on. */
  readonly status: string;
  /** How it will end once an undo is done that is on its way: `refunded` or `cancelled`. */
  readonly announced?: string | undefined;
}

/** The variable that says to functions which table has the orders. */
const tableVariable = 'ORDERS_TABLE_NAME';

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });
const itemSchema = z.object({ ownerId: text, attempt: number, status: text, announced: z.optional(text) });

/** How an order stands in the order store of the workflow; undefined where that has none, or nothing of this order. */
export async function readStoredOrder(
  { assembly, tables }: Pick<Platform, 'assembly' | 'tables'>,
  orderId: string,
): Promise<OrderStoreEntry | undefined> {
  const table = assembly.functions.map(({ environment }) => environment[tableVariable]).find(Boolean);
  if (table === undefined) return undefined;
  const { data } = itemSchema.safeParse(await tables?.item(table, { orderId: { S: orderId } }));
  if (!data) return undefined;
  const { ownerId, attempt, status, announced } = data;
  return { owner: ownerId.S, attempt: Number(attempt.N), status: status.S, announced: announced?.S };
}

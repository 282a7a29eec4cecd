import { holdsNothing } from '../orders/judge-placing.ts';
import { readStoredOrder } from '../orders/read-stored-order.ts';
import type { Platform } from '../platform/platform.ts';
import { type ProductHold, readProductLevel } from './read-product-level.ts';

/** What is held for an order, and whether that order goes on: of one that has ended with nothing held, the pieces come back. */
export interface DeskHold extends ProductHold {
  readonly standing: 'goes-on' | 'ended';
}

/** A product: `left`, `held` and `sold` add up to all that was put in. */
export interface DeskProduct {
  readonly sku: string;
  readonly left: number;
  /** Pieces of orders that are not fulfilled. */
  readonly held: number;
  /** Pieces of orders that are, also where the table has them as held until somebody asks. */
  readonly sold: number;
  /** The oldest first. */
  readonly holds: readonly DeskHold[];
  /** How many holds more there are. */
  readonly more: number;
}

type Asked = Pick<Platform, 'assembly' | 'tables'>;

/** So many holds of a product are shown. */
const mostHolds = 100;

/** The name of the table of stock; undefined where no stage holds any. */
export function stockTableOf({ assembly }: Pick<Asked, 'assembly'>): string | undefined {
  return assembly.functions.map(({ environment }) => environment['STOCK_TABLE_NAME']).find(Boolean);
}

/** What there is of each product, and for whom the rest is held, by the tables of stock and of orders. */
export async function deskStock(platform: Asked, table: string): Promise<readonly DeskProduct[]> {
  const levels = ((await platform.tables?.items(table)) ?? []).flatMap((item) => readProductLevel(item) ?? []);
  const products: DeskProduct[] = [];
  for (const { sku, left, sold, holds } of levels.toSorted((one, other) => (one.sku < other.sku ? -1 : 1))) {
    const judged = await Promise.all(
      holds.map(async (hold) => ({ ...hold, standing: await standingOf(platform, hold) })),
    );
    const kept = judged.flatMap(({ standing, ...hold }) => (standing === 'fulfilled' ? [] : [{ ...hold, standing }]));
    const oldest = kept.toSorted((one, other) => one.since - other.since).slice(0, mostHolds);
    const heldNow = piecesOf(kept);
    products.push({
      ...{ sku, left, held: heldNow, sold: sold + piecesOf(holds) - heldNow },
      ...{ holds: oldest, more: kept.length - oldest.length },
    });
  }
  return products;
}

const piecesOf = (holds: readonly ProductHold[]) => holds.reduce((sum, { quantity }) => sum + quantity, 0);

/** The question that the stage asks of the order store (docs/decisions/0025-stock-is-held-by-one-write-a-product.md, "When a hold ends"). */
async function standingOf(
  platform: Asked,
  { orderId, attempt }: ProductHold,
): Promise<DeskHold['standing'] | 'fulfilled'> {
  const order = await readStoredOrder(platform, orderId);
  if (!order || order.attempt < attempt) return 'goes-on';
  if (order.attempt > attempt) return 'ended';
  if (order.status === 'fulfilled') return 'fulfilled';
  return holdsNothing(order.status) ? 'ended' : 'goes-on';
}

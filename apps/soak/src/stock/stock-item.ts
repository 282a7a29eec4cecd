import { keysBegin } from '../attempts.ts';
import { readStored } from '../check-store.ts';
import type { Item } from '../lean-expressions.ts';

/** Pieces that are held of a product for an attempt, by the key of its note: `order-o1.2-stock`. */
export interface HeldPieces {
  readonly key: string;
  readonly quantity: number;
}

/** What the table of stock has of a product, or of an attempt, read by nothing of the workflow's. */
export type StockItem =
  | {
      readonly kind: 'level';
      readonly sku: string;
      readonly left: number;
      readonly sold: number;
      readonly holds: readonly HeldPieces[];
    }
  | { readonly kind: 'note'; readonly key: string; readonly status: string; readonly reasons: readonly string[] };

/** The key of an attempt's note. */
export function stockKeyOf(orderId: string, attempt: number): string {
  return `${keysBegin(orderId, attempt)}-stock`;
}

/** A product of which so many pieces are there and none has been held, as the table of stock has it. */
export function untouchedStock(sku: string, pieces: number): Item {
  return { id: { S: `sku/${sku}` }, left: { N: `${pieces}` }, sold: { N: '0' }, turn: { N: '1' } };
}

export function readStockItem(item: Item): StockItem {
  const fields = readStored(item) as unknown as Readonly<Record<string, unknown>>;
  const id = String(fields['id']);
  if (!id.startsWith('sku/'))
    return {
      ...{ kind: 'note', key: id, status: String(fields['status']) },
      reasons: (fields['reasons'] as readonly string[] | undefined) ?? [],
    };
  const holds = Object.entries(fields).flatMap(([name, value]) => {
    const [, attempt, orderId = ''] = /^hold#(\d+)#(.+)$/.exec(name) ?? [];
    return attempt === undefined
      ? []
      : [{ key: stockKeyOf(orderId, Number(attempt)), quantity: Number.parseInt(String(value), 10) }];
  });
  return {
    kind: 'level',
    sku: id.slice('sku/'.length),
    left: Number(fields['left']),
    sold: Number(fields['sold']),
    holds,
  };
}

/** All that is there of a product, wherever. */
export function allPieces({ left, sold, holds }: Extract<StockItem, { readonly kind: 'level' }>): number {
  return left + sold + holds.reduce((sum, { quantity }) => sum + quantity, 0);
}

import { type Currency, formatMoney, type Money } from '@order-workflow/order-domain';
import type { ChargeRecord, ShipmentRecord } from '@order-workflow/simulators';
import { orderOfKey } from './order-of-key.ts';

/** Who sees to an order: an execution that runs, a person who must act on one, or nobody. */
export type SeenTo = 'under-way' | 'person' | 'nobody';

/** Money that the gateway holds though no parcel of the same attempt stands at the carrier. */
export interface LooseMoney {
  readonly chargeId: string;
  readonly key: string;
  readonly orderId?: string;
  readonly amount: string;
  readonly seenTo: SeenTo;
}

export interface MoneyWithoutParcel {
  /** What is held though nothing is on its way any more, a currency each: one `0.00` when there is none. */
  readonly held: readonly string[];
  /** The same of orders under way, of which some are always between payment and shipping; empty when there is none. */
  readonly underWay: readonly string[];
  readonly charges: readonly LooseMoney[];
}

/** Reads the gateway's and the carrier's own books, and not what records say. */
export function moneyWithoutParcel(
  charges: readonly ChargeRecord[],
  standing: readonly Pick<ShipmentRecord, 'key'>[],
  seenTo: (orderId: string) => SeenTo,
): MoneyWithoutParcel {
  const sent = new Set(standing.map(({ key }) => key));
  const loose = charges.flatMap(({ chargeId, key, status, amount }) => {
    if (status !== 'charged' && status !== 'refunding') return [];
    if (amount === undefined || amount.amount === 0 || sent.has(key.replace(/-charge$/, '-ship'))) return [];
    const orderId = orderOfKey(key);
    return [{ chargeId, key, amount, orderId, seenTo: orderId === undefined ? 'nobody' : seenTo(orderId) } as const];
  });
  const left = sumsByCurrency(loose.filter((one) => one.seenTo !== 'under-way').map(({ amount }) => amount));
  return {
    held: left.length === 0 ? ['0.00'] : left,
    underWay: sumsByCurrency(loose.filter((one) => one.seenTo === 'under-way').map(({ amount }) => amount)),
    charges: loose.map(({ orderId, amount, ...one }) => ({
      ...one,
      amount: formatMoney(amount),
      ...(orderId !== undefined && { orderId }),
    })),
  };
}

/** A sum a currency, as text: `19.99 EUR`. A currency of which all amounts are 0 has its sum, too. */
export function sumsByCurrency(amounts: readonly Money[]): readonly string[] {
  const byCurrency = new Map<Currency, number>();
  for (const { amount, currency } of amounts) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount);
  return [...byCurrency].map(([currency, amount]) => formatMoney({ amount, currency }));
}

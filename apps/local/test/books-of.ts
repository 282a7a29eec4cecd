import type { SimulatedWorld } from '../src/platform/simulated-world.ts';

/** What gateway and carrier hold of an order, over all its attempts. */
export interface Books {
  readonly charges: number;
  /** In minor units. */
  readonly held: number;
  readonly parcels: number;
}

/** Reads the ledgers; the order's id has to be one that stands in a key as it is. */
export function booksOf({ gateway, carrier }: Pick<SimulatedWorld, 'gateway' | 'carrier'>, orderId: string): Books {
  const isOfOrder = ({ key }: { readonly key: string }) =>
    /^order-([\w-]+?)(?:\.\d+)?-(?:charge|ship)$/.exec(key)?.[1] === orderId;
  const charged = gateway.ledger.charges().filter((row) => isOfOrder(row) && row.status === 'charged');
  return {
    charges: charged.length,
    held: charged.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0),
    parcels: carrier.ledger.shipments().filter((row) => isOfOrder(row) && row.status !== 'cancelled').length,
  };
}

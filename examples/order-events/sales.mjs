// A consumer of the events: what was sold, by what it heard last of each order. On a laptop: pnpm order events | node sales.mjs
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** The latest of each order. A consumer that is to outlive its process keeps it in a table, by a conditional write. */
const latest = new Map();

/** What a rule of EventBridge calls, whose pattern is { "source": ["order-workflow"] }. Says whether it was news. */
export async function handler({ detail }) {
  if (detail.version !== 1) throw new RangeError(`version of an event: given ${detail.version}, expected 1`);
  const order = detail.orderId ?? detail.id;
  const known = latest.get(order);
  // An event may come twice, and after one that followed it.
  if (known && (known.sequence ?? 0) >= (detail.sequence ?? 0)) return false;
  latest.set(order, detail);
  return true;
}

/** What was sold, in minor units by currency: an order that is cancelled later is none. */
export function sales() {
  const sold = {};
  for (const { outcome, total } of latest.values())
    if (outcome === 'fulfilled' && total) sold[total.currency] = (sold[total.currency] ?? 0) + total.amount;
  return sold;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for await (const line of createInterface({ input: process.stdin })) await handler(JSON.parse(line));
  console.log(JSON.stringify({ orders: latest.size, sold: sales() }));
}

// Measures what `order serve` holds of orders that have ended: `pnpm bench memory`.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAssembly } from '../src/build/build-assembly.ts';
import { type MemoryPoint, memoryGrowth, memoryLine } from './bench-memory/memory-growth.ts';
import { placeOrders } from './bench-orders/place-orders.ts';
import { factsOf } from './bench-orders/process-facts.ts';
import { startOurs } from './bench-orders/start-ours.ts';

const help = `usage: pnpm bench memory [--orders 50000] [--concurrency 16] [--most <MB>]

Places orders at a server of its own, and says ten times on the way how much memory its process has.
  --orders <n>       how many
  --concurrency <n>  how many are under way at once
  --most <MB>        fails where it had more at one of these times
Exit code: 0 measured, 1 more than that.`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    orders: { type: 'string', default: '50000' },
    concurrency: { type: 'string', default: '16' },
    most: { type: 'string', default: 'Infinity' },
  },
});
if (values.help) {
  console.log(help);
  process.exit();
}

const [orders, concurrency] = [Number(values.orders), Number(values.concurrency)];
const repository = fileURLToPath(new URL('../../../', import.meta.url));
await buildAssembly({ repository });
const server = await startOurs(repository);
const points: MemoryPoint[] = [];
const note = (placed: number) => {
  const point = { orders: placed, bytes: factsOf(server.processes).memoryBytes };
  points.push(point);
  console.log(memoryLine(point));
};
try {
  note(0);
  for (let tenth = 1, placed = 0; tenth <= 10; tenth++) {
    const until = Math.round((orders * tenth) / 10);
    const ids = Array.from({ length: until - placed }, (_, at) => `memory-${placed + at + 1}`);
    await placeOrders({ place: server.place, ids, concurrency });
    placed = until;
    note(placed);
  }
} finally {
  await server.clear();
}
const { mostBytes, times } = memoryGrowth(points);
console.log(`at most ${(mostBytes / 1e6).toFixed(0)} MB; at the end ${times.toFixed(2)} × what it had after a fifth`);
if (mostBytes > Number(values.most) * 1e6) process.exitCode = 1;

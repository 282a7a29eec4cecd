// Measures orders through `order serve`, as its client sees it: `pnpm bench orders`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAssembly } from '../src/build/build-assembly.ts';
import { type Measured, measureOrders } from './bench-orders/measure-orders.ts';
import { bytesText, medianOf } from './bench-orders/numbers.ts';

/** How many orders are placed when so many are under way at once. */
const ordersAt = (concurrency: number) => Math.max(150, Math.min(1_000, concurrency * 25));

const help = `usage: pnpm bench orders [--concurrency 1,16,256] [--rounds 1] [--against <folder>] [--json]

Places orders at a server of its own, in a data folder of its own, and asks by DescribeExecution until each is fulfilled.
  --concurrency <n,…>  how many orders are under way at once; each has a server of its own
  --orders <n>         how many orders instead of ${ordersAt(1)} to ${ordersAt(256)}
  --rounds <n>         how often; the medians are told
  --against <folder>   another checkout, built and synthesized, that is measured in turn with this one
  --json               writes bench/results/orders.json too`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    concurrency: { type: 'string', default: '1,16,256' },
    orders: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    against: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(help);
  process.exit();
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const checkouts = [
  ...(values.against === undefined
    ? []
    : [{ name: 'other', folder: resolve(process.env['INIT_CWD'] ?? '', values.against) }]),
  { name: 'this', folder: repository },
];
await buildAssembly({ repository });

interface Line extends Measured {
  readonly checkout: string;
  readonly concurrency: number;
}

const lines: Line[] = [];
for (const concurrency of values.concurrency.split(',').map(Number)) {
  const orders = Number(values.orders ?? ordersAt(concurrency));
  const found = new Map<string, Measured[]>(checkouts.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const { name, folder } of checkouts)
      found.get(name)?.push(await measureOrders({ checkout: folder, concurrency, orders }));
  for (const [checkout, measured] of found) lines.push({ checkout, concurrency, ...medians(measured) });
}

function medians(measured: readonly Measured[]): Measured {
  const of = (read: (one: Measured) => number) => medianOf(measured.map(read));
  return {
    orders: of(({ orders }) => orders),
    perSecond: of(({ perSecond }) => perSecond),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuMsPerOrder: of(({ cpuMsPerOrder }) => cpuMsPerOrder),
    peakRssBytes: of(({ peakRssBytes }) => peakRssBytes),
    bytesPerOrder: of(({ bytesPerOrder }) => bytesPerOrder),
    journalBytesPerOrder: of(({ journalBytesPerOrder }) => journalBytesPerOrder),
  };
}

const durability =
  'The journal of this checkout is synced to the disk (fdatasync) before the world can see what follows from a checkpoint; what gateway, carrier, table and topic keep is committed, and not synced.';
console.log(`node ${process.version}, ${cpus().length} cores, rounds: ${values.rounds}\n${durability}\n`);
console.log(
  'checkout | at once | orders | orders/s | p50 ms | p99 ms | CPU ms an order | peak RSS | on disk an order | journal an order',
);
for (const line of lines)
  console.log(
    [
      line.checkout,
      line.concurrency,
      line.orders,
      line.perSecond.toFixed(1),
      line.p50Ms.toFixed(1),
      line.p99Ms.toFixed(1),
      line.cpuMsPerOrder.toFixed(1),
      bytesText(line.peakRssBytes),
      bytesText(line.bytesPerOrder),
      bytesText(line.journalBytesPerOrder),
    ].join(' | '),
  );
if (values.json) {
  mkdirSync(`${repository}bench/results`, { recursive: true });
  const machine = { node: process.version, cores: cpus().length, rounds: Number(values.rounds), durability };
  writeFileSync(`${repository}bench/results/orders.json`, `${JSON.stringify({ ...machine, lines }, null, 2)}\n`);
}

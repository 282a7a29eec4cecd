// Measures orders through `order serve`, as its client sees it: `pnpm bench orders`.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAssembly } from '../src/build/build-assembly.ts';
import { type Contestant, oursAt, peersHere } from './bench-orders/contestants.ts';
import { type Load, type Measured, measureOrders } from './bench-orders/measure-orders.ts';
import { keepResults } from './bench-orders/page/keep-results.ts';
import { type Line, machineNow, mediansOf, resultsOf, tableOf } from './bench-orders/results.ts';

/** How many orders are placed when so many are under way at once: enough that what the first wait for, and the last, is little of it. */
const ordersAt = (concurrency: number) => Math.max(600, Math.min(2560, concurrency * 100));

const help = `usage: pnpm bench orders [--concurrency 1,16,256] [--rounds 1] [--against <folder>] [--peers] [--json]

Places orders at a server of its own, in a data folder of its own, and asks by DescribeExecution until each is fulfilled.
  --concurrency <n,…>  how many orders are under way at once; each has a server of its own
  --orders <n>         how many orders instead of ${ordersAt(1)} to ${ordersAt(256)}
  --rounds <n>         how often; the medians are told
  --against <folder>   another checkout, built and synthesized, that is measured in turn with this one
  --peers              Restate, and DBOS on PostgreSQL, are measured in turn with this one, the same steps with the same calls:
                       installed for that by npm, outside this repository; rounds: 3
  --json               with --peers: writes bench/results/orders.json too, and from it the figures and the picture of docs/benchmarks.md

Exit code: 0 measured, 2 not readable.`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    concurrency: { type: 'string', default: '1,16,256' },
    orders: { type: 'string' },
    rounds: { type: 'string' },
    against: { type: 'string' },
    peers: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(help);
  process.exit();
}

if (values.json && (!values.peers || values.against !== undefined)) {
  console.error(
    '--json keeps what docs/benchmarks.md shows, this beside its peers: give --peers with it, and no --against.',
  );
  process.exit(2);
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const rounds = Number(values.rounds ?? (values.peers ? 3 : 1));
await buildAssembly({ repository });

const machine = machineNow();
const contestants: readonly Contestant[] = [
  ...(values.against === undefined ? [] : [oursAt('other', resolve(process.env['INIT_CWD'] ?? '', values.against))]),
  oursAt('this', repository),
  ...(values.peers ? peersHere((name, why) => console.error(`${name} is left out: ${why}`)) : []),
];

const lines: Line[] = [];
for (const concurrency of values.concurrency.split(',').map(Number)) {
  const load = { concurrency, orders: Number(values.orders ?? ordersAt(concurrency)) };
  const found = new Map<string, Measured[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++)
    for (const contestant of contestants) found.get(contestant.name)?.push(await measureOnce(contestant, load, round));
  for (const [name, measured] of found) lines.push({ name, concurrency, ...mediansOf(measured) });
}

/** Each measurement has a system that has just started. */
async function measureOnce({ name, start }: Contestant, load: Load, round: number): Promise<Measured> {
  const system = await start();
  try {
    const measured = await measureOrders(system, load);
    const { concurrency, orders } = load;
    console.error(
      `${concurrency} at once, round ${round}, ${name}: ${orders} orders, ${measured.perSecond.toFixed(1)} a second`,
    );
    return measured;
  } finally {
    await system.clear();
  }
}

const results = resultsOf(machine, contestants, rounds, lines);
console.log(tableOf(results));
if (values.json) keepResults(repository, results);

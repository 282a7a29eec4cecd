// Runs a benchmark of the repository: `pnpm bench engine`, `pnpm bench orders`; what follows the word is the benchmark's own.
import { fileURLToPath } from 'node:url';

/** Each benchmark: what it measures, and its script. */
const benchmarks: Readonly<Record<string, readonly [about: string, script: string]>> = {
  engine: ['executions of the engine beside another interpreter', 'packages/asl-engine/bin/bench.ts'],
  memory: ['how much memory order serve has as orders go through', 'apps/local/bin/bench-memory.ts'],
  orders: ['orders through order serve, as its client sees it', 'apps/local/bin/bench-orders.ts'],
};

const [subject = '', ...rest] = process.argv.slice(2);
const chosen = benchmarks[subject];
if (chosen) {
  const script = new URL(`../../../${chosen[1]}`, import.meta.url);
  // In this process: one that was between them would end by a signal and leave the benchmark's own behind.
  process.argv.splice(1, Number.POSITIVE_INFINITY, fileURLToPath(script), ...rest);
  await import(script.href);
} else {
  const asksHelp = ['--help', '-h'].includes(subject);
  const names = Object.entries(benchmarks).map(([name, [about]]) => `  pnpm bench ${name}   ${about}`);
  const text = ['usage: pnpm bench <what>', '', ...names, '', 'Exit code: 0 measured, 2 not readable.'].join('\n');
  (asksHelp ? console.log : console.error)(text);
  process.exitCode = asksHelp ? 0 : 2;
}

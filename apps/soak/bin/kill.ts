#!/usr/bin/env -S node --conditions=@order-workflow/source
// `pnpm kills`: places orders in real processes, kills those with SIGKILL, and exits with 1 when the ledgers do not balance.
import { synthesizeApp } from '@order-workflow/local';
import { randomNumbers } from '@order-workflow/simulators';
import { readOptions } from '@order-workflow/toolchain/read-options';
import { killProblems, killRows } from '../src/kill/report-kills.ts';

const called = 'kills [--kills N] [--seed N] [--app FOLDER]';
const values = readOptions(called, {
  kills: { type: 'string', default: '100' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  app: { type: 'string' },
});
const kills = wholeNumber('kills', values.kills);
const seed = wholeNumber('seed', values.seed);
const began = performance.now();

// What runs is read as soon as it is loaded.
if (values.app !== undefined) process.env['ORDER_WORKFLOW_ASSEMBLY'] = synthesizeApp(values.app);
const { runKills } = await import('../src/kill/run-kills.ts');
process.stderr.write(`Seed ${seed}\n`);
const batches = await runKills({
  ...{ kills, ordersPerBatch: 50, random: randomNumbers(seed) },
  onKill(killed) {
    if (killed % 10 === 0)
      process.stderr.write(`  ${Math.round((performance.now() - began) / 1000)} s: ${killed} kills\n`);
  },
});

const rows = [...killRows(batches), ['seconds', Math.round((performance.now() - began) / 1000)] as const];
const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, figure] of rows) process.stdout.write(`  ${what.padEnd(width)}  ${String(figure).padStart(6)}\n`);

const problems = killProblems(batches);
if (problems.length > 0) {
  process.stderr.write(
    `\n${problems.join('\n')}\n\nOrders, faults and moments again: pnpm kills --seed ${seed}${values.app === undefined ? '' : ` --app ${values.app}`}\n`,
  );
  process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= (name === 'kills' ? 1 : 0)) return number;
  process.stderr.write(`--${name} ${text}: expected a whole number\nUsage: ${called}\n`);
  process.exit(2);
}

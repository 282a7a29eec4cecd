#!/usr/bin/env -S node --conditions=@order-workflow/source
// `pnpm soak --minutes 10`: random orders and faults against the synthesized workflow; exits with 1 when a promise breaks.
import { availableParallelism } from 'node:os';
import { synthesizeApp } from '@order-workflow/local';
import { readOptions } from '@order-workflow/toolchain/read-options';

// Functions run in UTC on AWS, and worker threads share the zone of their process.
process.env['TZ'] = 'UTC';

const called = 'soak [--minutes N] [--schedules N] [--seed N] [--threads N] [--lanes N] [--app FOLDER] [--json]';
const values = readOptions(called, {
  minutes: { type: 'string' },
  schedules: { type: 'string' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  threads: { type: 'string', default: String(Math.min(3, availableParallelism())) },
  lanes: { type: 'string', default: '2' },
  app: { type: 'string' },
  json: { type: 'boolean', default: false },
});
const seed = wholeNumber('seed', values.seed);
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
if (minutes !== undefined && !(minutes > 0)) usage(`--minutes ${values.minutes}: expected a number above zero`);
const schedules = values.schedules === undefined ? undefined : wholeNumber('schedules', values.schedules);
// A number of schedules is run to its end, however long that takes.
const timed = schedules === undefined || minutes !== undefined;
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
let told = 0;

// What runs is read as soon as the soak is loaded.
if (values.app !== undefined) process.env['ORDER_WORKFLOW_ASSEMBLY'] = synthesizeApp(values.app);
const { soakInThreads } = await import('../src/soak-in-threads.ts');
process.stderr.write(`Seed ${seed}\n`);
const { tally, failure } = await soakInThreads({
  ...{ seed, schedules, threads: atLeastOne('threads', values.threads), lanes: atLeastOne('lanes', values.lanes) },
  ...(timed && { milliseconds: (minutes ?? 1) * 60_000 }),
  onProgress(done) {
    if (performance.now() - told < 5_000) return;
    told = performance.now();
    process.stderr.write(`  ${seconds()} s: ${done.toLocaleString('en')} schedules\n`);
  },
});

const rows = [
  ...tally.rows(),
  ['violations', failure === undefined ? '0' : 'found'],
  ['seconds', String(seconds())],
] as const;
if (values.json) {
  process.stdout.write(`${JSON.stringify({ seed, ...Object.fromEntries(rows), failure: failure ?? null })}\n`);
} else {
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, figure] of rows) process.stdout.write(`  ${what.padEnd(width)}  ${figure.padStart(18)}\n`);
  for (const aim of tally.unstruck) process.stdout.write(`  did not strike: ${aim}\n`);
  for (const edge of tally.untaken) process.stdout.write(`  was not taken: ${edge}\n`);
}
if (failure !== undefined) {
  process.stderr.write(
    `\n${failure}\n\nTo run it again: pnpm soak --seed ${seed}${values.app === undefined ? '' : ` --app ${values.app}`}\n`,
  );
  process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : usage(`--${name} ${text}: expected a whole number`);
}

function atLeastOne(name: string, text: string): number {
  return wholeNumber(name, text) || usage(`--${name} ${text}: expected at least 1`);
}

function usage(problem: string): never {
  process.stderr.write(`${problem}\nUsage: ${called}\n`);
  process.exit(2);
}

#!/usr/bin/env -S node --conditions=@order-workflow/source
// `pnpm mutants`: breaks the workflow in one way after another, in copies, and exits with 1 when the tests miss one.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readOptions } from '@order-workflow/toolchain/read-options';
import { allMutants } from '../src/mutants/all-mutants.ts';
import { judges } from '../src/mutants/judge.ts';
import { renderTrial, renderTrials } from '../src/mutants/render-trials.ts';
import { runMutants } from '../src/mutants/run-mutants.ts';

const values = readOptions('mutants [--only WORDS] [--by JUDGE] [--list] [--json]', {
  only: { type: 'string' },
  by: { type: 'string' },
  json: { type: 'boolean', default: false },
  list: { type: 'boolean' },
});
const { only = '', json } = values;
const names = [...new Set(judges.map(({ name }) => name))];
const by = names.find((name) => name === values.by);
if (values.by !== undefined && by === undefined) {
  process.stderr.write(`--by ${values.by}: no judge has that name, expected one of ${names.join(', ')}\n`);
  process.exit(2);
}
const mutants = allMutants.filter(({ name, breaks }) => name.includes(only) || breaks.includes(only));
if (mutants.length === 0) {
  process.stderr.write(`--only ${only}: no mutant's name or promise holds that. All of them: pnpm mutants --list\n`);
  process.exit(2);
}
if (values.list) {
  for (const { name, breaks } of mutants) process.stdout.write(`${breaks.padEnd(36)}  ${name}\n`);
  process.exit(0);
}

if (process.platform === 'win32') {
  process.stderr.write(
    'Mutants are tried on Linux and macOS, where a process ends with all that it started. On Windows, run this in WSL.\n',
  );
  process.exit(3);
}

// An interrupted run takes its copies and processes with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const began = performance.now();
let tried = 0;
process.stderr.write(`Copying and building; then the tests must pass without a mutant …\n`);
const trials = await runMutants({
  repository: fileURLToPath(new URL('../../../', import.meta.url)),
  mutants,
  by,
  lanes: Math.min(2, availableParallelism(), mutants.length),
  onSound: () => process.stderr.write(`They pass. Now with each of ${mutants.length} mutants:\n`),
  onTrial: (trial) => process.stderr.write(`${`${++tried}/${mutants.length}`.padStart(7)}  ${renderTrial(trial)}\n`),
});
const seconds = Math.round((performance.now() - began) / 1000);

if (json) process.stdout.write(`${JSON.stringify({ seconds, trials })}\n`);
else process.stdout.write(`${renderTrials(trials)} in ${seconds} s\n`);
if (trials.some(({ caught }) => caught === undefined)) process.exitCode = 1;

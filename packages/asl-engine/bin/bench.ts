// Measures executions per second, side by side with aws-local-stepfunctions: one process per measurement, rounds in turn.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readCommand, unreadable } from '@order-workflow/toolchain/read-options';

interface Measurement {
  readonly perSecond: number;
  readonly seconds: number;
  readonly heapMegabytes: number;
  readonly rssMegabytes: number;
}

interface Line {
  readonly workload: string;
  readonly engine: string;
  readonly executions: number;
  /** The engine whose speed this one is divided by. */
  readonly against?: string;
}

const worker = fileURLToPath(new URL('./bench/worker.ts', import.meta.url));
const usage = 'pnpm bench engine [rounds]';
const [given = '5'] = readCommand(usage, {}, 1).words;
const rounds = Number(given);
if (!Number.isInteger(rounds) || rounds < 5)
  unreadable(usage, `rounds: given ${given}, expected a whole number of at least 5`);

const lines: readonly Line[] = [
  { workload: 'four JSONPath tasks', engine: 'theirs, events read', executions: 10_000 },
  { workload: 'four JSONPath tasks', engine: 'ours, events read', executions: 10_000, against: 'theirs, events read' },
  { workload: 'four JSONPath tasks', engine: 'theirs', executions: 10_000 },
  { workload: 'four JSONPath tasks', engine: 'ours, history kept', executions: 10_000, against: 'theirs' },
  { workload: 'four JSONPath tasks', engine: 'ours, history dropped', executions: 10_000, against: 'theirs' },
  { workload: 'four JSONata tasks', engine: 'ours, history kept', executions: 10_000 },
  { workload: 'order workflow', engine: 'ours, history kept', executions: 5000 },
  { workload: 'Map of 1,000', engine: 'theirs', executions: 50 },
  { workload: 'Map of 1,000', engine: 'ours, history kept', executions: 50, against: 'theirs' },
];
const growth = [1000, 10_000, 50_000];

function measure({ workload, engine, executions }: Line): Measurement {
  const run = spawnSync(process.execPath, ['--expose-gc', worker, engine, workload, String(executions)], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const keyOf = ({ workload, engine }: Line) => `${workload} | ${engine}`;
const measured = new Map<string, Measurement[]>();
for (let round = 1; round <= rounds; round++) {
  for (const line of lines) {
    const found = measured.get(keyOf(line)) ?? [];
    found.push(measure(line));
    measured.set(keyOf(line), found);
  }
  console.error(`round ${round} of ${rounds}`);
}

/** The median of the rounds' ratios: both sides of a ratio were measured one right after the other. */
function ratio(line: Line): string {
  if (line.against === undefined) return '';
  const own = measured.get(keyOf(line)) ?? [];
  const other = measured.get(keyOf({ ...line, engine: line.against })) ?? [];
  return `${median(own.map(({ perSecond }, round) => perSecond / (other[round]?.perSecond ?? Number.NaN))).toFixed(2)} x ${line.against}`;
}

console.log(`node ${process.version}, ${rounds} rounds, medians\n`);
console.log('workload | engine | executions/s | heap MB | ratio');
for (const line of lines) {
  const found = measured.get(keyOf(line)) ?? [];
  const speed = median(found.map(({ perSecond }) => perSecond));
  console.log(
    [
      line.workload,
      line.engine,
      Math.round(speed),
      median(found.map(({ heapMegabytes }) => heapMegabytes)).toFixed(1),
      ratio(line),
    ].join(' | '),
  );
}

console.log('\ngrowth: four JSONPath tasks, history dropped');
const times = growth.map((executions) => {
  const found = Array.from({ length: rounds }, () =>
    measure({ workload: 'four JSONPath tasks', engine: 'ours, history dropped', executions }),
  );
  const seconds = median(found.map((one) => one.seconds));
  console.log(
    `${executions} executions: ${seconds.toFixed(2)} s, heap ${median(found.map((one) => one.heapMegabytes)).toFixed(1)} MB`,
  );
  return seconds;
});
console.log(`50,000 take ${((times[2] ?? Number.NaN) / (times[1] ?? Number.NaN)).toFixed(2)} x the time of 10,000`);

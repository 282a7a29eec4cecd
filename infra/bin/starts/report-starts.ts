import { emptyHandler, naiveClaim, naiveNotify, type Start, type Starts } from './measure-starts.ts';

interface Budget {
  readonly until: keyof Start;
  readonly against: string;
  readonly ratio: number;
}

const quick: readonly Budget[] = [{ until: 'answered', against: emptyHandler, ratio: 1.5 }];
const publishes: readonly Budget[] = [
  { until: 'imported', against: emptyHandler, ratio: 2.5 },
  { until: 'answered', against: naiveNotify, ratio: 0.75 },
];

/** It loads what signs and what sends, HTTP or TLS, with its first claim: only against the SDK's client is that quick. */
const claims: readonly Budget[] = [
  { until: 'imported', against: emptyHandler, ratio: 1.5 },
  { until: 'answered', against: naiveClaim, ratio: 0.5 },
];

const budgetsOf: Readonly<Record<string, readonly Budget[]>> = {
  // Its first answer is a claim, which is measured by itself.
  'Validate Order': [{ until: 'imported', against: emptyHandler, ratio: 1.5 }],
  'Notify Customer': publishes,
  'The order store': claims,
};

export interface StartsReport {
  readonly text: string;
  readonly withinBudget: boolean;
}

/** A line for each function and budget (docs/architecture.md), by the median over the rounds. */
export function reportStarts(starts: Starts): StartsReport {
  const lines = Object.keys(starts)
    .filter((name) => ![emptyHandler, naiveNotify, naiveClaim].includes(name))
    .flatMap((name) => (budgetsOf[name] ?? quick).map((budget) => ({ name, ...budget })))
    .map(({ name, until, against, ratio: budget }) => {
      const ratio = ratioOf(starts, name, until, against);
      const took = `${median(timesOf(starts, name, until)).toFixed(1)} ms until it ${until === 'imported' ? 'was imported' : 'answered'}`;
      const text = `${name.padEnd(16)} ${took.padEnd(32)} ${ratio.toFixed(2)} of ${budget.toFixed(2)} x ${against}`;
      return { text, within: ratio <= budget };
    });
  return {
    text: lines.map(({ text, within }) => (within ? text : `${text}: OVER`)).join('\n'),
    withinBudget: lines.every(({ within }) => within),
  };
}

/** The median of the rounds' ratios: both sides of a ratio were measured in the same round. */
function ratioOf(starts: Starts, name: string, until: keyof Start, against: string): number {
  const others = timesOf(starts, against, until);
  return median(timesOf(starts, name, until).map((time, round) => time / (others[round] ?? Number.NaN)));
}

function timesOf(starts: Starts, name: string, until: keyof Start): readonly number[] {
  return (starts[name] ?? []).map((start) => start[until]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

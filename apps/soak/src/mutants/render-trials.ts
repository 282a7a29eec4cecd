import type { Trial } from './try-mutant.ts';

/** One mutant in one line. */
export function renderTrial({ mutant, caught, seconds }: Trial): string {
  const by = caught ? `caught by ${caught.by}` : 'SURVIVED';
  return `${by.padEnd(20)}  ${seconds.toFixed(1).padStart(5)} s  ${mutant.name}`;
}

/** The table of all, by the promise that they break, with the test that noticed each. */
export function renderTrials(trials: readonly Trial[]): string {
  const promises = [...new Set(trials.map(({ mutant }) => mutant.breaks))];
  const rows = promises.flatMap((promise) => [
    '',
    `Promise: ${promise}`,
    ...trials
      .filter(({ mutant }) => mutant.breaks === promise)
      .flatMap((trial) => [
        `  ${renderTrial(trial)}`,
        ...(trial.caught ? [`${' '.repeat(33)}${trial.caught.test}`] : []),
      ]),
  ]);
  const caught = trials.filter((trial) => trial.caught).length;
  return [...rows, '', `${caught} of ${trials.length} mutants caught`].join('\n');
}

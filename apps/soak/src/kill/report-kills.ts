import type { BatchRun } from './run-batch.ts';

/** The figures of a run, a row each: what, and how much of it. */
export function killRows(batches: readonly BatchRun[]): readonly (readonly [what: string, figure: number])[] {
  const underWay = batches.flatMap((batch) => batch.underWay);
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
  return [
    ['orders', sum(batches.map(({ orders }) => orders))],
    ['processes killed', underWay.length],
    ['  with executions under way', underWay.filter((count) => count > 0).length],
    ['executions under way when one was killed', sum(underWay)],
    ['executions that were redriven', sum(batches.map(({ redriven }) => redriven))],
    ['violations', sum(batches.map(({ violations }) => violations.length))],
  ];
}

/** What is wrong: promises that were broken, or that no kill has hit an execution under way, which would prove nothing. */
export function killProblems(batches: readonly BatchRun[]): readonly string[] {
  const broken = batches.flatMap(({ violations }) => violations);
  const hit = batches.some(({ underWay }) => underWay.some((count) => count > 0));
  return hit ? broken : [...broken, 'no kill has hit an execution under way'];
}

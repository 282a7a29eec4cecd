import type { Results } from '../results.ts';
import { drawChart } from './draw-chart.ts';
import { figuresBlock } from './figures-block.ts';

/** Where the figures of orders are kept and shown, from the repository's root. */
export const places = {
  results: 'bench/results/orders.json',
  page: 'docs/benchmarks.md',
  chart: 'docs/benchmarks.svg',
} as const;

/**
 * The page with the figures of these results, and the chart.
 *
 * @throws TypeError when the page has no place for them
 */
export function drawBenchmarks(page: string, results: Results): { readonly page: string; readonly chart: string } {
  const marks = /(<!-- orders:begin -->\n).*?(<!-- orders:end -->)/s;
  if (!marks.test(page)) throw new TypeError(`${places.page} has no block "orders"`);
  const drawn = page.replace(marks, (_, begin: string, end: string) => `${begin}\n${figuresBlock(results)}\n\n${end}`);
  return { page: drawn, chart: drawChart(results) };
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Results } from '../results.ts';
import { drawBenchmarks, places } from './benchmarks-page.ts';

/** Writes results of ours beside peers into the repository, and the page and the chart that show them. */
export function keepResults(repository: string, results: Results): void {
  const { page, chart } = drawBenchmarks(readFileSync(`${repository}${places.page}`, 'utf8'), results);
  mkdirSync(dirname(`${repository}${places.results}`), { recursive: true });
  writeFileSync(`${repository}${places.results}`, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(`${repository}${places.page}`, page);
  writeFileSync(`${repository}${places.chart}`, chart);
}

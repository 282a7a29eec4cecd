import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { drawBenchmarks, places } from '../bin/bench-orders/page/benchmarks-page.ts';
import { conditionsOf, speedText } from '../bin/bench-orders/page/figures-block.ts';
import { standingOf } from '../bin/bench-orders/page/standing.ts';
import type { Results } from '../bin/bench-orders/results.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (name: string): string => readFileSync(`${root}${name}`, 'utf8');
const results: Results = JSON.parse(read(places.results));

it('shows on the page and in the picture what was measured, and nothing else', () => {
  const { page, chart } = drawBenchmarks(read(places.page), results);
  expect(read(places.page)).toBe(page);
  expect(read(places.chart)).toBe(chart);
});

it('says in no README a speed of orders that was not measured', () => {
  const measured = results.lines.map(({ perSecond }) => speedText(perSecond));
  const readmes = globSync(['README.md', '{packages,apps,examples}/*/README.md', 'infra/README.md'], {
    cwd: root,
    exclude: ['**/node_modules/**'],
  });
  const said = readmes.flatMap((name) => [...read(name).matchAll(/([\d.,]+) (?:orders\/s|orders a second)/g)]);
  expect(readmes.length).toBeGreaterThan(10);
  for (const [words, speed] of said) expect(measured, words).toContain(speed);
});

it('throws where the page has no place for the figures', () => {
  expect(() => drawBenchmarks('# How fast', results)).toThrow('docs/benchmarks.md has no block "orders"');
});

it('says beside whom this is ahead, and in what not', () => {
  const [line = expect.fail('nothing was measured')] = results.lines;
  const at = (name: string, concurrency: number, perSecond: number) => ({ ...line, name, concurrency, perSecond });
  const lines = [
    at('this', 1, 50),
    at('Peer', 1, 40),
    at('this', 16, 50),
    { ...at('Peer', 16, 60), p50Ms: line.p50Ms + 1 },
  ];
  expect(standingOf(lines)).toBe(
    'Beside Peer this is ahead in orders a second (at 1), p50 (at 16), and behind in orders a second (at 16), p50 (at 1), processor time, memory, bytes on disk.',
  );
});

it('says how quiet the machine was', () => {
  const machine = { ...results, cores: 2, rounds: 3 };
  expect(conditionsOf({ ...machine, load: 0.4 })).toMatch(
    /^Measured 3 times in turn.*Nothing else kept the machine busy\.$/,
  );
  expect(conditionsOf({ ...machine, load: 7 })).toContain(
    '**The machine was not quiet**: when it began, other work wanted 7.0',
  );
});

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allMutants } from './all-mutants.ts';
import { applyMutant } from './apply-mutant.ts';
import { readModules } from './read-modules.ts';

const modulesOf = readModules(fileURLToPath(new URL('../../../../', import.meta.url)));

/** What each makes of its module, and so of the module's text. */
const broken = new Map<string, string>();

it.each(allMutants)('still finds one place to break: $name', (mutant) => {
  const { file, source } = applyMutant(mutant, modulesOf);
  broken.set(mutant.name, `${file}\n${source}`);
});

it('tells mutants apart by their names', () => {
  expect(new Set(allMutants.map(({ name }) => name)).size).toBe(allMutants.length);
});

it('breaks each place in another way', () => {
  const bySource = Map.groupBy(broken, ([, source]) => source);
  const same = [...bySource.values()].filter((alike) => alike.length > 1);
  expect(same.map((alike) => alike.map(([name]) => name))).toEqual([]);
});

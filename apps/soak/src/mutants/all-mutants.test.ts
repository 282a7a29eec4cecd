import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allMutants } from './all-mutants.ts';
import { applyMutant } from './apply-mutant.ts';
import { readModules } from './read-modules.ts';

const modulesOf = readModules(fileURLToPath(new URL('../../../../', import.meta.url)));

it.each(allMutants)('still finds one place to break: $name', (mutant) => {
  expect(() => applyMutant(mutant, modulesOf)).not.toThrow();
});

it('tells mutants apart by their names', () => {
  expect(new Set(allMutants.map(({ name }) => name)).size).toBe(allMutants.length);
});

it('breaks each place in another way', () => {
  const bySource = Map.groupBy(allMutants, (mutant) => Object.values(applyMutant(mutant, modulesOf)).join('\n'));
  expect([...bySource.values()].filter((same) => same.length > 1).map((same) => same.map(({ name }) => name))).toEqual(
    [],
  );
});

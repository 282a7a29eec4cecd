import { expect, it } from 'vitest';
import { allMutants } from './all-mutants.ts';
import { tryMutant } from './try-mutant.ts';
import { MutantRefused } from './workbench.ts';

it('takes a mutant for caught that the composition refuses, since nobody can deploy it', async () => {
  const [mutant] = allMutants;
  const problem = new MutantRefused('TypeError: Refund Payment: needs "payment" of the record');
  const workbench = { folder: '', make: () => Promise.reject(problem), close: () => undefined };
  const { caught } = await tryMutant(workbench, mutant!);
  expect(caught).toEqual({ by: 'composition', test: problem.message });
});

import { expect, it } from 'vitest';
import { allMutants } from './all-mutants.ts';
import type { Judge } from './judge.ts';
import { tryMutant } from './try-mutant.ts';
import { MutantRefused } from './workbench.ts';

it('takes a mutant for caught that the composition refuses, since nobody can deploy it', async () => {
  const [mutant] = allMutants;
  const problem = new MutantRefused('TypeError: Refund Payment: needs "payment" of the record');
  const workbench = { folder: '', make: () => Promise.reject(problem), close: () => undefined };
  const { caught } = await tryMutant(workbench, mutant!);
  expect(caught).toEqual({ by: 'composition', test: problem.message });
});

it.each([
  ['packages/payment/src/charge-payment.ts', ['of any', 'of four']],
  ['packages/stock/src/hold-pieces.ts', ['of any', 'of five']],
])('asks about %s nobody who looks at a workflow that does not have it', async (file, expected) => {
  const asked: string[] = [];
  const judge = (said: string, app?: Judge['app']): Judge => ({
    ...{ name: 'soak', ...(app && { app }) },
    notices: async () => void asked.push(said),
  });
  const judges = [judge('of any'), judge('of four', 'infra'), judge('of five', 'examples/five-stages')];
  const workbench = { folder: '', make: async () => ({ file, takeOut: () => undefined }), close: () => undefined };
  expect((await tryMutant(workbench, allMutants[0]!, judges)).caught).toBeUndefined();
  expect(asked).toEqual(expected);
});

import { applyMutant } from './apply-mutant.ts';
import { type Judge, judges, NoVerdict } from './judge.ts';
import type { Mutant } from './mutant.ts';
import { readModules } from './read-modules.ts';
import { MutantRefused, type Workbench } from './workbench.ts';

/** What became of a mutant. */
export interface Trial {
  readonly mutant: Mutant;
  /** Who noticed, and by which test or violation; undefined when the mutant survived. */
  readonly caught: { readonly by: Judge['name'] | 'composition'; readonly test: string } | undefined;
  readonly seconds: number;
}

/**
 * Makes a mutant and asks one judge after another until one notices.
 *
 * @throws MutantRotten, MutantNotBuilt
 */
export async function tryMutant(workbench: Workbench, mutant: Mutant): Promise<Trial> {
  const began = performance.now();
  const caught = await caughtBy(workbench, mutant);
  return { mutant, caught, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

async function caughtBy(workbench: Workbench, mutant: Mutant): Promise<Trial['caught']> {
  try {
    const { file, takeOut } = await workbench.make(mutant);
    return await ask(workbench.folder, file).finally(takeOut);
  } catch (problem) {
    if (problem instanceof MutantRefused) return { by: 'composition', test: problem.message };
    throw problem;
  }
}

async function ask(folder: string, file: string): Promise<Trial['caught']> {
  for (const { name, notices } of judges) {
    try {
      const test = await notices(folder, [file]);
      if (test !== undefined) return { by: name, test };
    } catch (problem) {
      if (!(problem instanceof NoVerdict)) throw problem;
    }
  }
  return undefined;
}

/**
 * Asks all judges about the workflow as it is: only who is content with it may say that a mutant is wrong.
 *
 * @throws Error when one of them is not
 */
export async function assertSound(folder: string, mutants: readonly Mutant[]): Promise<void> {
  const modulesOf = readModules(folder);
  const files = [...new Set(mutants.map((mutant) => applyMutant(mutant, modulesOf).file))];
  for (const { name, notices } of judges) {
    const test = await notices(folder, files);
    if (test !== undefined) throw new Error(`without a mutant, too, the ${name} fail: ${test}`);
  }
}

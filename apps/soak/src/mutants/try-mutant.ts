import { applyMutant } from './apply-mutant.ts';
import { type Judge, judges, NoVerdict } from './judge.ts';
import type { Mutant } from './mutant.ts';
import { readModules } from './read-modules.ts';
import { MutantRefused, type Workbench } from './workbench.ts';
import { appOf, type MutatedApp } from './workflow-of.ts';

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
export async function tryMutant(workbench: Workbench, mutant: Mutant, asked = judges): Promise<Trial> {
  const began = performance.now();
  const caught = await caughtBy(workbench, mutant, asked);
  return { mutant, caught, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

async function caughtBy(workbench: Workbench, mutant: Mutant, asked: readonly Judge[]): Promise<Trial['caught']> {
  try {
    const { file, takeOut } = await workbench.make(mutant);
    return await ask(workbench.folder, file, asked).finally(takeOut);
  } catch (problem) {
    if (problem instanceof MutantRefused) return { by: 'composition', test: problem.message };
    throw problem;
  }
}

async function ask(folder: string, file: string, asked: readonly Judge[]): Promise<Trial['caught']> {
  for (const { name, notices } of asked.filter(sees(appOf(file)))) {
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
export async function assertSound(folder: string, mutants: readonly Mutant[], asked = judges): Promise<void> {
  const modulesOf = readModules(folder);
  const files = [...new Set(mutants.map((mutant) => applyMutant(mutant, modulesOf).file))];
  for (const { name, notices } of asked.filter((judge) => files.some((file) => sees(appOf(file))(judge)))) {
    const test = await notices(folder, files);
    if (test !== undefined) throw new Error(`without a mutant, too, the ${name} fail: ${test}`);
  }
}

/** A judge who looks at the workflow of another app sees nothing of what is broken in this one. */
function sees(broken: MutatedApp): (judge: Judge) => boolean {
  return ({ app }) => app === undefined || app === broken;
}

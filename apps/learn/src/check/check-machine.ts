import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DefinitionInvalid } from '@order-workflow/asl-engine';
import { type TestedLambda, type TestedRun, testMachine } from '@order-workflow/asl-engine/testing';
import type { Finding } from '../finding.ts';

type Lambdas = Readonly<Record<string, TestedLambda>>;

/** Runs the learner's machine once, on a clock that jumps over waits, with functions of the check. */
export type RunMachine = (input: unknown, lambdas?: Lambdas) => Promise<TestedRun>;

const file = 'exercise.asl.json';
const isOne = `${file} is a definition that AWS would take`;

/** Judges a lesson's exercise.asl.json: first whether it is a definition, then by what `cases` finds when it runs. */
export async function checkMachine(
  folder: string,
  cases: (run: RunMachine) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const definition = await readFile(join(folder, file), 'utf8');
  try {
    testMachine(definition);
  } catch (problem) {
    if (problem instanceof DefinitionInvalid || problem instanceof SyntaxError)
      return [{ says: isOne, but: problem.message }];
    throw problem;
  }
  const found = await cases((input, lambdas = {}) => testMachine(definition, { lambdas }).run(input));
  return [{ says: isOne }, ...found];
}

/** How a run ended, in a line. */
export function endingOf({ status, output, error, cause }: TestedRun): string {
  if (status === 'SUCCEEDED') return `it gives ${JSON.stringify(output)}`;
  return `it ends ${status}${error === undefined ? '' : ` with ${error}`}${cause === undefined ? '' : `: ${cause}`}`;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { StageFacts } from '@order-workflow/stage-kit';
import { contractsOf, type StageContract } from './stage-contract.ts';

/** The contracts of stages in the versions that are checked out. */
export function contractsHere(stages: readonly StageFacts[]): readonly StageContract[] {
  const { resolve } = createRequire(import.meta.url);
  return contractsOf(stages, (name) => {
    const { version } = JSON.parse(readFileSync(resolve(`${name}/package.json`), 'utf8')) as {
      readonly version: string;
    };
    return version;
  });
}

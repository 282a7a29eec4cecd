import type { Apology } from '@order-workflow/stage-kit';
import type { CompleteWorkflow } from './workflow.ts';

/** What customers are told of the failure of a stage, by the stage's key; `rejections` are the names of those that are told with a reason. */
export type Apologies = Readonly<Record<string, Apology & { readonly rejections: readonly string[] }>>;

/** The apologies of all manifests of a workflow. */
export function apologiesOf({ steps }: CompleteWorkflow): Apologies {
  return Object.fromEntries(
    steps.flatMap(({ stage: { key, apology, rejections } }) =>
      apology ? [[key, { ...apology, rejections: rejections.map(({ errorName }) => errorName) }]] : [],
    ),
  );
}

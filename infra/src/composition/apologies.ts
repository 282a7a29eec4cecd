import type { Apology, AwaitedFault } from '@order-workflow/stage-kit';
import type { CompleteWorkflow } from './workflow.ts';

/** What customers are told of the failure of a stage, by the stage's key; `rejections` are the names of those that are told with a reason. */
export type Apologies = Readonly<Record<string, StageApology>>;

type StageApology = Apology & {
  readonly rejections: readonly string[];
  /** Of what the stage awaits and what never came. */
  readonly awaited?: { readonly error: string; readonly failed: string };
};

/** The apologies of all manifests of a workflow. */
export function apologiesOf({ steps }: CompleteWorkflow): Apologies {
  return Object.fromEntries(
    steps.flatMap(({ stage: { key, apology, rejections, awaits } }) =>
      apology
        ? [[key, { ...apology, rejections: rejections.map(({ errorName }) => errorName), ...awaited(awaits) }] as const]
        : [],
    ),
  );
}

function awaited(awaits: AwaitedFault | undefined): Pick<StageApology, 'awaited'> {
  return awaits?.apology === undefined ? {} : { awaited: { error: awaits.fault.errorName, failed: awaits.apology } };
}

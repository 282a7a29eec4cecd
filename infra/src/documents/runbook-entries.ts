import { type PlannedState, planWorkflow } from '../composition/plan.ts';
import type { CompleteWorkflow } from '../composition/workflow.ts';

/** Of Park Notice, which is no stage: it has no manifest. */
const ofParking = `The order itself is settled; only the customer does not know. SQS did not take the notice for all of its retries.
Redrive when it does: the notice is parked then, and [below](#notices-are-parked) stands how it reaches the customer.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault notify=down --fault park=down\``;

/** Of a stage whose manifest says nothing. */
const unsaid =
  'Look into the README of its package for what it may hold. Mend it, then redrive: the order goes on from there.';

/** What a person does at each state where an execution can fail, in the order of the plan: entries of docs/runbook.md. */
export function runbookEntries(workflow: CompleteWorkflow): string {
  return planWorkflow(workflow)
    .flatMap((planned) => {
      const text = entryOf(planned);
      return text === undefined ? [] : [`### Failed at ${planned.name}\n\n${text}`];
    })
    .join('\n\n');
}

/** Undefined where no failure is left to a person. */
function entryOf(planned: PlannedState): string | undefined {
  if (planned.kind === 'park') return ofParking;
  if (planned.kind !== 'stage' || planned.catches.some(({ errors }) => errors.includes('States.ALL'))) return undefined;
  const { stage, awaits } = planned;
  return (awaits ? stage.awaits?.runbook : undefined) ?? stage.runbook ?? unsaid;
}

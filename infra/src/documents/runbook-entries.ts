import { planWorkflow } from '../composition/plan.ts';
import { type CancellationSentence, planCancellation } from '../composition/plan-cancellation.ts';
import type { PlannedState } from '../composition/planned-state.ts';
import type { CompleteWorkflow } from '../composition/workflow.ts';

/** Of Park Notice, which is no stage: it has no manifest. */
const ofParking = `The order itself is settled; only the customer does not know. SQS did not take the notice for all of its retries.
Redrive when it does: the notice is parked then, and [below](#notices-are-parked) stands how it reaches the customer.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault notify=down --fault park=down\``;

/** Of Stop Execution, which is no stage either. */
const ofStopping = `The order is taken over, and its execution may still run: it can neither end the order nor be told of. Step Functions did not
stop it for all of the retries, or refuses to: the cause says why. Mend it, then redrive: what runs is stopped, and the order undone.`;

/** Of a stage whose manifest says nothing. */
const unsaid =
  'Look into the README of its package for what it may hold. Mend it, then redrive: the order goes on from there.';

/**
 * What a person does at each state where an execution can fail, in the order of the plan, and about what stages come upon besides:
 * entries of docs/runbook.md.
 */
export function runbookEntries(workflow: CompleteWorkflow): string {
  const plan = planWorkflow(workflow);
  const stages = new Set(plan.flatMap((planned) => (planned.kind === 'stage' ? [planned.stage] : [])));
  const findings = [...stages].flatMap(({ findings: all = [] }) =>
    all.map(({ heading, runbook }) => `### ${heading}\n\n${runbook}`),
  );
  return [entriesOf(plan), ...findings].join('\n\n');
}

/** The same of a cancellation, but for the states that are in both. */
export function cancellationEntries(workflow: CompleteWorkflow, cancellation: CancellationSentence): string {
  const known = new Set(planWorkflow(workflow).map(({ name }) => name));
  return entriesOf(planCancellation(workflow, cancellation).filter(({ name }) => !known.has(name)));
}

function entriesOf(plan: readonly PlannedState[]): string {
  return plan
    .flatMap((planned) => {
      const text = entryOf(planned);
      return text === undefined ? [] : [`### Failed at ${planned.name}\n\n${text}`];
    })
    .join('\n\n');
}

/** Undefined where no failure is left to a person. */
function entryOf(planned: PlannedState): string | undefined {
  if (planned.kind === 'park') return ofParking;
  if (planned.kind === 'stop') return ofStopping;
  if (planned.kind !== 'stage' || planned.catches.some(({ errors }) => errors.includes('States.ALL'))) return undefined;
  const { stage, awaits } = planned;
  return (awaits ? stage.awaits?.runbook : undefined) ?? stage.runbook ?? unsaid;
}

import type { StageFacts } from '@order-workflow/stage-kit';
import { type CompleteWorkflow, stagesOf } from './workflow.ts';

/** Keys of the record that every stage finds. */
const always = ['contract', 'order', 'execution'];

/**
 * Checks that what a stage cannot do without is left before it: by the stages before its own, for an undo too, since its
 * stage may have failed. The customer's notice finds the outcome, and nothing else for certain.
 *
 * @throws TypeError that names the stage, the missing key, and the stage that would leave it
 */
export function assertNeedsAreLeft(workflow: CompleteWorkflow): void {
  const { steps, notice } = workflow;
  const found = [...always];
  for (const { stage, undo } of steps) {
    for (const reader of undo ? [stage, undo] : [stage]) assertFound(reader, found, workflow);
    found.push(stage.key);
  }
  assertFound(notice, [...always, 'outcome'], workflow);
}

function assertFound(reader: StageFacts, found: readonly string[], workflow: CompleteWorkflow): void {
  const missing = requiredKeys(reader).find((key) => !found.includes(key));
  if (missing === undefined) return;
  throw new TypeError(
    `${reader.stateName}: needs "${missing}" of the record, which is not certain to be there; ${remedy(reader, missing, workflow)}`,
  );
}

function remedy(reader: StageFacts, missing: string, workflow: CompleteWorkflow): string {
  const { steps, notice } = workflow;
  const leaver = stagesOf(workflow).find(({ key }) => key === missing);
  if (!leaver) return 'no stage of this workflow leaves it';
  if (reader === notice) return `${leaver.stateName} leaves it only if the order comes so far: read it as optional`;
  const step = steps.find(({ stage, undo }) => stage === reader || undo === reader);
  if (step?.stage === leaver || steps.some(({ undo }) => undo === leaver))
    return `${leaver.stateName} leaves it only if it succeeds: read it as optional`;
  return `${leaver.stateName} leaves it: put that before ${step?.stage.stateName}`;
}

/** Keys without which a stage refuses the record, as its schema says of one that has none. */
export function requiredKeys({ needs }: StageFacts): readonly string[] {
  const { error } = needs.safeParse({});
  return [...new Set((error?.issues ?? []).flatMap(({ path: [key] }) => (key === undefined ? [] : [String(key)])))];
}

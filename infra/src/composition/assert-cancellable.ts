import type { StageFacts } from '@order-workflow/stage-kit';
import { assertComposable, wordFor } from './assert-composable.ts';
import { requiredKeys } from './assert-needs-are-left.ts';
import { type CompleteWorkflow, stagesOf } from './workflow.ts';

/**
 * Checks that an order can be cancelled: its undos find what they cannot do without in what the order store keeps, the order and the
 * first stage's receipt.
 *
 * @throws TypeError that names the stage and what to change
 */
export function assertCancellable(workflow: CompleteWorkflow, takeOver: StageFacts): void {
  assertComposable(workflow);
  for (const stage of stagesOf(workflow)) {
    for (const field of ['key', 'stateName', 'functionName'] as const)
      if (stage[field] === takeOver[field])
        throw new TypeError(
          `${stage.stateName}: ${field} is "${stage[field]}", which cancelling orders has for itself`,
        );
    if (wordFor(stage) === wordFor(takeOver))
      throw new TypeError(
        `${stage.stateName}: is called "${wordFor(stage)}" for short, which cancelling orders has for itself`,
      );
  }
  const [first, ...steps] = workflow.steps;
  const kept = ['contract', 'order', 'execution', ...(first ? [first.stage.key] : [])];
  for (const { undo } of steps) if (undo) assertFound(undo, kept);
}

function assertFound(stage: StageFacts, found: readonly string[]): void {
  const missing = requiredKeys(stage).find((key) => !found.includes(key));
  if (missing === undefined) return;
  throw new TypeError(
    `${stage.stateName}: needs "${missing}" of the record, which is not there when an order is cancelled: read it as optional`,
  );
}

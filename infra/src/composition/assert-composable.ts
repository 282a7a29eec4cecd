import { workflowKeys } from '@order-workflow/order-domain';
import type { StageFacts } from '@order-workflow/stage-kit';
import { assertNeedsAreLeft } from './assert-needs-are-left.ts';
import { type CompleteWorkflow, stagesOf } from './workflow.ts';

/**
 * Checks what the types cannot: keys and state names that are used once, names fit for JSONata, and an outcome for
 * every rejection. And for those who compose in JavaScript what the types can: that each stage finds what it needs.
 *
 * @throws TypeError that names the stages and what to change
 */
export function assertComposable(workflow: CompleteWorkflow): void {
  const stages = stagesOf(workflow);
  assertUnique(stages, 'key', 'leave their receipts under the key');
  assertUnique(stages, 'stateName', 'are both called');
  assertUnique(stages, 'functionName', 'both have a function called');
  for (const stage of stages) assertStage(stage);
  for (const { undo, stage } of workflow.steps) {
    if (undo?.mayStand !== undefined && undo.mayStand !== stage.key)
      throw new TypeError(`${undo.stateName}: mayStand is "${undo.mayStand}", expected its stage's key "${stage.key}"`);
  }
  for (const { stateName, withheldWhere } of stages.filter((stage) => stage !== workflow.steps[0]?.stage)) {
    if (withheldWhere !== undefined)
      throw new TypeError(
        `${stateName}: withheldWhere is given, expected of the first stage alone, which opens the record`,
      );
  }
  assertNeedsAreLeft(workflow);
}

const reservedKeys: ReadonlySet<string> = new Set([...workflowKeys, 'execution']);

function assertStage({ key, stateName, rejections, rejectedAs }: StageFacts): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(key) || reservedKeys.has(key))
    throw new TypeError(
      `${stateName}: key is "${key}", expected a camelCase name other than ${[...reservedKeys].join(', ')}`,
    );
  if (rejections.length > 0 && rejectedAs === undefined)
    throw new TypeError(`${stateName}: rejectedAs is missing, expected the order's outcome when the stage rejects it`);
}

function assertUnique(stages: readonly StageFacts[], field: 'key' | 'stateName' | 'functionName', both: string): void {
  const seen = new Map<string, StageFacts>();
  for (const stage of stages) {
    const twin = seen.get(stage[field]);
    if (twin) throw new TypeError(`${twin.stateName} and ${stage.stateName} ${both} "${stage[field]}"`);
    seen.set(stage[field], stage);
  }
}

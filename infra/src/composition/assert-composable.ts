import { workflowKeys } from '@order-workflow/order-domain';
import type { StageFacts } from '@order-workflow/stage-kit';
import { assertNeedsAreLeft } from './assert-needs-are-left.ts';
import { assertPatience } from './assert-patience.ts';
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
  assertUnique(
    stages.flatMap(({ stateName, awaits: { stateName: awaiting, announcedIn: announcing } = {} }) =>
      [stateName, awaiting, announcing].flatMap((name) => (name === undefined ? [] : [{ stateName: name }])),
    ),
    'stateName',
    'are both called',
  );
  assertUnique(stages, 'functionName', 'both have a function called');
  assertUnique(
    stages.map((stage) => ({ stateName: stage.stateName, word: wordFor(stage) })),
    'word',
    'are both called, for short,',
  );
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
  const [first] = workflow.steps;
  for (const stage of stagesOf(workflow).filter((one) => one !== first?.stage && one !== workflow.notice)) {
    if (stage.notOwned)
      throw new TypeError(
        `${stage.stateName}: notOwned is ${stage.notOwned.errorName}, expected of the first stage and the notice alone: what was done between them would not be undone`,
      );
  }
  for (const { stateName, awaits } of [...(first ? [first.stage] : []), workflow.notice]) {
    if (awaits)
      throw new TypeError(
        `${stateName}: awaits is given, expected of the stages between the first and the notice alone`,
      );
  }
  assertNeedsAreLeft(workflow);
}

const reservedKeys: ReadonlySet<string> = new Set([...workflowKeys, 'execution']);

function assertStage(stage: StageFacts): void {
  const { key, stateName, word, rejections, rejectedAs } = stage;
  if (!/^[a-z][A-Za-z0-9]*$/.test(key) || reservedKeys.has(key))
    throw new TypeError(
      `${stateName}: key is "${key}", expected a camelCase name other than ${[...reservedKeys].join(', ')}`,
    );
  if (word !== undefined && !/^[a-z][a-z0-9-]*$/.test(word))
    throw new TypeError(`${stateName}: word is "${word}", expected lower-case letters, digits and hyphens`);
  assertPatience(stage);
  if (rejections.length > 0 && rejectedAs === undefined)
    throw new TypeError(`${stateName}: rejectedAs is missing, expected the order's outcome when the stage rejects it`);
}

function assertUnique<Field extends string>(
  stages: readonly ({ readonly stateName: string } & Readonly<Record<Field, string>>)[],
  field: Field,
  both: string,
): void {
  const seen = new Map<string, string>();
  for (const stage of stages) {
    const twin = seen.get(stage[field]);
    if (twin !== undefined) throw new TypeError(`${twin} and ${stage.stateName} ${both} "${stage[field]}"`);
    seen.set(stage[field], stage.stateName);
  }
}

/** What people call a stage for short: `payment`, or after its state `release-stock`. */
export function wordFor({ word, stateName }: Pick<StageFacts, 'word' | 'stateName'>): string {
  return word ?? (stateName.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}

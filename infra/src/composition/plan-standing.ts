import type { StageFacts } from '@order-workflow/stage-kit';
import type { StandingPlan } from './planned-state.ts';
import { stands, standsFirst, takeStanding } from './record-expressions.ts';
import type { CompleteWorkflow } from './workflow.ts';

/** An undo of the workflow, where it stands, and the state that runs after it where its effect does not stand. */
interface Undoing {
  readonly workflow: CompleteWorkflow;
  readonly index: number;
  readonly undo: StageFacts;
  readonly back: string;
  /** Whether the stages behind an effect that stands may still be done. */
  readonly goesOn: boolean;
}

/** Whether a stage behind this undo can fail when it is known already that the effect stands. */
export function standsBeforeOthers({ workflow, index, undo, goesOn }: Omit<Undoing, 'back'>): boolean {
  return goesOn && undo.mayStand !== undefined && index < workflow.steps.length - 1;
}

/**
 * The choices about an effect that may stand. The order goes forward with it: to the stages behind it where its own stage had failed, so
 * that they were not tried yet; and where one of them failed, to the notice, since it would fail again. Behind an effect that was
 * found standing once its undo is not asked again. So no execution enters a state twice.
 */
export function planStanding(undoing: Undoing): readonly StandingPlan[] {
  const { workflow, index, undo, back } = undoing;
  const { steps, notice } = workflow;
  const { mayStand } = undo;
  const step = steps[index];
  if (mayStand === undefined || step === undefined) return [];
  const { key } = step.stage;
  const next = steps[index + 1]?.stage;
  const fulfilled = {
    condition: stands(undo.key),
    output: takeStanding(undo.key, key, 'fulfilled'),
    next: notice.stateName,
  };
  const standing = { kind: 'standing', name: standingName(mayStand), otherwise: back } as const;
  if (!next || !standsBeforeOthers(undoing)) return [{ ...standing, forward: [fulfilled] }];
  const first = { condition: standsFirst(undo.key, key), output: takeStanding(undo.key, key), next: next.stateName };
  return [
    { kind: 'standing', name: standingBeforeName(mayStand), forward: [fulfilled], otherwise: undo.stateName },
    { ...standing, forward: [first, fulfilled] },
  ];
}

/** After the undo of what stands. */
export function standingName(mayStand: string): string {
  return `${mayStand.charAt(0).toUpperCase()}${mayStand.slice(1)} Stands?`;
}

/** Before it, where a stage behind it failed. */
export function standingBeforeName(mayStand: string): string {
  return standingName(mayStand).replace('?', ' Already?');
}

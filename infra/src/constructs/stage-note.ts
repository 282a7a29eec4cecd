import type { StageFacts } from '@order-workflow/stage-kit';
import { wordFor } from '../composition/assert-composable.ts';

/** Where a function's note stands in the template's `Metadata` of it. CloudFormation keeps it, and does nothing with it. */
export const stageNoteKey = 'OrderWorkflow::Stage';

/**
 * What a template says of the stage that a function is, beyond what AWS needs to know: enough for whoever runs the synthesized
 * workflow somewhere else, and shows it to people.
 */
export interface StageNote {
  /** What people call it for short: `payment`. */
  readonly word: string;
  /** Of an undo: the word of the stage that it undoes. */
  readonly undoes?: string;
  /** By which port it does its work, and by which call of that. */
  readonly port?: { readonly name: string; readonly call?: string };
  /** The names of its faults. */
  readonly faults: readonly string[];
}

export function stageNote(stage: StageFacts, undone?: StageFacts): StageNote {
  return {
    word: wordFor(stage),
    ...(undone && { undoes: wordFor(undone) }),
    ...(stage.port && { port: stage.port }),
    faults: stage.faults.map(({ errorName }) => errorName),
  };
}

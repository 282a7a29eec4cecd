import type { FailureNote, Order, OrderEnd, RecordVersion } from '@order-workflow/order-domain';
import type { Stage, StageFacts } from '@order-workflow/stage-kit';

/** A stage and, if it changes the world, what undoes it. */
export interface Step {
  readonly stage: StageFacts;
  readonly undo?: StageFacts;
}

/** A workflow from the order's arrival to the customer's notice. */
export interface CompleteWorkflow {
  readonly steps: readonly Step[];
  readonly notice: StageFacts;
}

/** Every stage of a workflow, each undo after its stage, the notice last. */
export function stagesOf({ steps, notice }: CompleteWorkflow): readonly StageFacts[] {
  return [...steps.flatMap(({ stage, undo }) => (undo ? [stage, undo] : [stage])), notice];
}

/** The record with one more receipt. */
type With<State, Key extends string, Receipt> = State & { readonly [K in Key]: Receipt };

/** What an undo can count on: all that stood before its stage, and perhaps the receipt of the stage itself. */
type Undoable<State, Key extends string, Receipt> = State & { readonly [K in Key]?: Receipt };

/** What the notice can count on: the outcome. Everything else depends on how far the order came. */
type Told<State> = {
  readonly contract: RecordVersion;
  readonly outcome: OrderEnd;
  readonly order: unknown;
  readonly failure?: FailureNote;
} & {
  readonly [K in Exclude<keyof State, 'contract' | 'order'>]?: State[K];
};

/** The record as the first stage finds it: whatever was sent stands as the order. */
interface Opened {
  readonly contract: RecordVersion;
  readonly order: unknown;
}

/** Starts a workflow with the stage that reads whatever was sent as an order. */
export function receive<Key extends string, Receipt>(
  stage: Stage<Key, Opened, Receipt>,
): WorkflowBuilder<With<{ readonly contract: RecordVersion; readonly order: Order }, Key, Receipt>, unknown> {
  return new WorkflowBuilder([{ stage }]);
}

/**
 * A workflow in the making. `State` is the record as the stages so far leave it; a stage whose needs it does not hold
 * is a compile error that names what is missing. `Undone` are the receipts that undos may add.
 */
class WorkflowBuilder<State, Undone> {
  declare readonly leaves: State & Undone;
  readonly #steps: readonly Step[];

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  /**
   * Adds a stage. When a later stage fails, the undos of all stages before it run in reverse order. A stage that fails
   * itself may have done its work, so its own undo runs first; a stage that *rejects* did nothing. Where an undo finds that the
   * effect stands, the order ends `fulfilled` without the stage that failed.
   */
  next<Key extends string, Receipt, UndoKey extends string = never, UndoReceipt = never>(
    stage: Stage<Key, State, Receipt>,
    options: { readonly undo?: Stage<UndoKey, NoInfer<Undoable<State, Key, Receipt>>, UndoReceipt> } = {},
  ): WorkflowBuilder<With<State, Key, Receipt>, With<Undone, UndoKey, UndoReceipt>> {
    const { undo } = options;
    return new WorkflowBuilder([...this.#steps, { stage, ...(undo && { undo }) }]);
  }

  /** Ends the workflow by telling the customer how the order ended. An order never fails because its notice did. */
  tell<Key extends string, Receipt>(stage: Stage<Key, Told<State & Undone>, Receipt>): CompleteWorkflow {
    return { steps: this.#steps, notice: stage };
  }
}

export type { WorkflowBuilder };

/** The ways to pay that a workflow cannot wait for, where it has no states that wait: what its stages await as a rule. */
export function unawaitedPayments({ steps }: CompleteWorkflow): readonly string[] {
  return [...new Set(steps.flatMap(({ stage }) => stage.awaits?.paymentMethods ?? []))];
}

import type { Outcome } from '@order-workflow/order-domain';
import type { StageFacts } from '@order-workflow/stage-kit';

/** Where a caught error leads and what it notes in the record. */
export interface PlannedCatch {
  readonly errors: readonly string[];
  readonly output: string;
  readonly next: string;
  /** What a business answer makes of the order. */
  readonly outcome?: Outcome;
}

/** A stage's function is called. Without `next` the execution ends. */
export interface StagePlan {
  readonly kind: 'stage';
  readonly name: string;
  readonly stage: StageFacts;
  readonly payload: string;
  readonly output: string;
  /** The faults that are retried here, beside what may fail at every invocation. */
  readonly retried: readonly string[];
  /** For how many seconds all of that is retried, at least. */
  readonly patienceSeconds: number;
  /** Whether it waits for something that takes days, and is asked for only now and then. */
  readonly awaits?: true;
  readonly next?: string;
  readonly catches: readonly PlannedCatch[];
}

/** Whether the effect of an undo stands: forward if it does, by the first way whose condition holds, else on with the undos. */
export interface StandingPlan {
  readonly kind: 'standing';
  readonly name: string;
  readonly forward: readonly { readonly condition: string; readonly output: string; readonly next: string }[];
  readonly otherwise: string;
}

/** The notice that could not be published is kept in a queue. */
export interface ParkPlan {
  readonly kind: 'park';
  readonly name: string;
  readonly messageBody: string;
  readonly output: string;
}

/** The order is another execution's: this one has done nothing, and ends well. */
export interface PlacedPlan {
  readonly kind: 'placed';
  readonly name: string;
}

/** The execution that works on an order is stopped. One that does not exist any more counts as stopped. */
export interface StopPlan {
  readonly kind: 'stop';
  readonly name: string;
  /** JSONata, without its marks: the execution's name. */
  readonly execution: string;
  /** The name under which executions show that they were stopped by this. */
  readonly error: string;
  /** JSONata, without its marks: who stops it. */
  readonly cause: string;
  readonly next: string;
}

/** Where nothing can be stopped: until whatever worked on the order has certainly ended. */
export interface WaitPlan {
  readonly kind: 'wait';
  readonly name: string;
  readonly seconds: number;
  readonly next: string;
}

export type PlannedState = StagePlan | StandingPlan | ParkPlan | PlacedPlan | StopPlan | WaitPlan;

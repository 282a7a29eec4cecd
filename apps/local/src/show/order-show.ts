import type { Step } from './step.ts';

/** Where an order's way through the workflow is shown. */
export interface OrderShow {
  /** The steps as they stand now. */
  update(steps: readonly Step[]): void;
  /** The steps as they stood at the end; nothing changes any more. */
  finish(steps: readonly Step[]): void;
}

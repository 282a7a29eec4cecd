/** What commands that run the workflow can be told about it. */
export interface WorkflowSettings {
  /** Whether to show what the functions write. */
  readonly verbose?: true;
  /** Whether waits pass at once. */
  readonly fastForward?: true;
  /** Folder in which everything is kept. */
  readonly data?: string;
  /** Keep nothing, and know nothing of what was kept. */
  readonly fresh?: true;
  /** Faults to switch on, as `payment=declined`. */
  readonly fault?: readonly string[];
  /** Seed of random faults. */
  readonly faultsFromSeed?: number;
}

/** What a mutant breaks, of what the workflow promises. */
export type BrokenPromise =
  | 'nothing held unless shipped'
  | 'one charge, one shipment'
  | 'fails only where a person must act'
  | 'the customer is told, once'
  | 'the record says what happened'
  | 'the world hears what the order says';

/** One way to break the workflow: a few lines of one file that say something else. */
export interface Mutant {
  /** In words, as a reviewer would describe the change. It also selects the mutant: `--only`. */
  readonly name: string;
  readonly breaks: BrokenPromise;
  /** Path from the repository's root. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly text: string;
  readonly becomes: string;
}

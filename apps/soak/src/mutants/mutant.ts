import type { Operator } from './operators.ts';
import type { CodePlace } from './places.ts';

/** What a mutant breaks, of what the workflow promises. */
export type BrokenPromise =
  | 'nothing held unless shipped'
  | 'one charge, one shipment'
  | 'fails only where a person must act'
  | 'the customer is told, once'
  | 'the record says what happened'
  | 'what was seen is durable'
  | 'the world hears what the order says'
  | 'one order, one owner'
  | 'no piece is promised twice'
  | 'closed only when nothing is held'
  | 'a cancelled order holds nothing';

/** One way to break the workflow: one place of a module that says something else. */
export interface Mutant {
  /** In words, as a reviewer would describe the change. It also selects the mutant: `--only`. */
  readonly name: string;
  readonly breaks: BrokenPromise;
  /** What the module exports, by which it is found wherever it stands; of two with the name `en/orderLines` says the folder. */
  readonly in: string;
  /** Where in the module: exactly one node. */
  readonly at: CodePlace;
  readonly operator: Operator;
}

import type { ExecutionSnapshot } from './execution-snapshot.ts';

/** What shows an execution and the state that is looked at. */
export interface SelectionProps {
  readonly snapshot: ExecutionSnapshot;
  /** A state's name. */
  readonly selected: string | undefined;
  readonly onSelect: (state: string | undefined) => void;
}

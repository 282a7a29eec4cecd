import { type FaultTarget, type InjectedFault, parseInjectedFault, randomFaults } from '@order-workflow/simulators';

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

/** A fault that there is not. */
class FaultUnknown extends Error {
  override readonly name = 'FaultUnknown';
}

/**
 * The faults that a command was asked to switch on.
 *
 * @throws FaultUnknown that says what there is instead
 */
export function readFaults(
  { fault = [], faultsFromSeed }: WorkflowSettings,
  targets: readonly FaultTarget[],
): readonly InjectedFault[] {
  try {
    const random = faultsFromSeed === undefined ? [] : randomFaults(faultsFromSeed, targets);
    return [...fault.map((text) => parseInjectedFault(text, targets)), ...random];
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    throw new FaultUnknown(`${problem.message}. All of them: pnpm order faults`);
  }
}

/** What whoever waits for an execution can do, in one sentence. */
export function whatToDo({ fresh, fastForward }: Pick<WorkflowSettings, 'fresh' | 'fastForward'>): string {
  if (fresh) return 'Ctrl-C ends it, and nothing is kept.';
  const hurry = fastForward ? '' : '; with --fast-forward that command lets waits pass at once';
  return `Ctrl-C leaves it to the next pnpm order place, redrive or serve${hurry}.`;
}

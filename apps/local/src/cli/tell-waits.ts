import { type Clock, type ExecutionJournal, readExecution } from '@order-workflow/asl-engine';
import type { RunningWorkflow } from '../orders/open-workflow.ts';
import { type MachineFacts, readMachineFacts } from '../orders/read-machine-facts.ts';
import { type WorkflowSettings, whatToDo } from '../orders/workflow-settings.ts';
import { describeCurrentState } from '../show/describe-current-state.ts';
import { drawOver } from '../terminal/write-out.ts';

/** Who waits longer than this wants to know for what. */
const patienceMs = 5_000;
const lookMs = 1_000;
/** So many executions are told of at once, at most. */
const mostTold = 5;

export interface WaitsOptions {
  readonly journal: ExecutionJournal;
  readonly facts: Pick<MachineFacts, 'retryAfter'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Gets a line. */
  readonly tell: (line: string) => void;
  /** What whoever waits can do. */
  readonly whatToDo: string;
}

/** Sees which executions wait, each time it is asked; real milliseconds say for how long. */
export interface Waits {
  look(realMs: number): void;
}

/**
 * Tells of executions that have been in one state for more than five seconds: the order, the state, the next attempt; again
 * only when something has changed. What can be done is said once.
 */
export function waits({ journal, facts, clock, tell, whatToDo }: WaitsOptions): Waits {
  const since = new Map<string, number>();
  const told = new Map<string, string>();
  let isAdvised = false;
  return {
    look(realMs) {
      const lines: string[] = [];
      const running = journal.running();
      for (const executionArn of running.slice(0, mostTold)) {
        const recorded = readExecution(journal, executionArn);
        const standing = recorded && describeCurrentState(recorded.start.name, recorded.history(), facts, clock.now());
        if (!standing) continue;
        const entered = `${executionArn} ${standing.state}`;
        since.set(entered, since.get(entered) ?? realMs);
        const waited = realMs - (since.get(entered) ?? realMs);
        if (waited < patienceMs || told.get(executionArn) === standing.attempt) continue;
        told.set(executionArn, standing.attempt);
        lines.push(standing.text);
      }
      if (lines.length === 0) return;
      for (const line of lines) tell(line);
      if (running.length > mostTold) tell(`${running.length - mostTold} more executions are under way`);
      if (!isAdvised) tell(whatToDo);
      isAdvised = true;
    },
  };
}

/** Looks every second until it is told to stop. */
export function tellWaits(options: WaitsOptions): () => void {
  const watch = waits(options);
  const timer = setInterval(() => watch.look(performance.now()), lookMs);
  return () => clearInterval(timer);
}

/** What is told, on standard error, of the executions that a command waits for. */
export function waitsOf(
  { journal, assembly }: Pick<RunningWorkflow, 'journal' | 'assembly'>,
  clock: Pick<Clock, 'now'>,
  settings: Pick<WorkflowSettings, 'fresh' | 'fastForward'>,
): WaitsOptions {
  return {
    journal,
    clock,
    facts: readMachineFacts(assembly.stateMachine.definition),
    whatToDo: `  ${whatToDo(settings)}`,
    tell(line) {
      // The line that says how far many orders are comes back below.
      if (process.stderr.isTTY) drawOver(process.stderr, '');
      process.stderr.write(`${line}\n`);
    },
  };
}

import {
  type Clock,
  type Execution,
  type ExecutionJournal,
  type ExecutionResult,
  execute,
  type HistoryEvent,
  type HostOptions,
  type InvokeLambda,
  type MachineDefinition,
  readExecution,
  redrive,
  resumeExecutions,
  type TaskIntegration,
} from '@order-workflow/asl-engine';
import { type StateMachine, stopExecutionTask } from '@order-workflow/local';

/** A state machine, and what it runs. */
export interface Machine extends Pick<StateMachine, 'arn' | 'type' | 'roleArn' | 'definition'> {
  readonly compiled: MachineDefinition;
}

/** The executions of both machines, each by its ARN, as StartExecution and its like have them. */
export interface Executions {
  /** Starts one; of a name that is taken, nothing is started. Gives what settles once it is durable; undefined when it is. */
  start(machine: Machine, name: string, input: unknown): Promise<void> | undefined;
  /** Gives what `start` does. */
  redrive(id: string): Promise<void> | undefined;
  stop(id: string): void;
  /** Stops each that runs. */
  stopAll(): void;
  /** How one has ended; undefined while it runs, or where there is none. */
  resultOf(id: string): ExecutionResult | undefined;
  history(id: string): readonly HistoryEvent[];
  /** Resolves when none of them runs, whoever is started meanwhile, and all that became of them is durable. */
  quiet(): Promise<void>;
}

export interface ExecutionsOptions {
  readonly integrations: Readonly<Record<string, TaskIntegration>>;
  readonly journal: ExecutionJournal;
  readonly clock: Clock;
  /** Of jitter. */
  readonly seed: number;
  readonly invokeLambda: InvokeLambda;
  /** Stands before the integration that stops an execution. What it calls must not be called before its own turn has come. */
  readonly aroundStop: (stop: TaskIntegration) => TaskIntegration;
  /** Hears of each execution of which the world does: a function is called for it, or somebody is told how it ended. */
  readonly onSeen?: (executionArn: string) => void;
}

/** Executions that ended so long ago are known no more (Developer Guide, "Quotas related to state machine executions"). */
const knownForMs = 90 * 24 * 3600 * 1000;

/** Runs executions, and goes on with those that the journal has as running. */
export function executionsOn({
  integrations,
  journal,
  clock,
  seed,
  invokeLambda,
  aroundStop,
  onSeen,
}: ExecutionsOptions): Executions {
  const live = new Map<string, Execution>();
  const stopTask = stopExecutionTask({
    standingOf(id) {
      const standing = journal.describe(id);
      const { stoppedAt } = standing?.end ?? {};
      return stoppedAt !== undefined && clock.now() - stoppedAt > knownForMs
        ? undefined
        : standing && (stoppedAt ?? 'runs');
    },
    stop: (id, reason) => live.get(id)?.stop(reason),
  });
  const host: HostOptions = {
    clock,
    invokeLambda(invocation) {
      onSeen?.(invocation.executionArn);
      return invokeLambda(invocation);
    },
    integrations: { ...integrations, 'aws-sdk:sfn:stopExecution': aroundStop(stopTask) },
  };

  function keep(execution: Execution): void {
    const { executionArn } = execution;
    live.set(executionArn, execution);
    // Whoever redrives it may be there first: then the ARN is the redriven one's.
    void execution.result.then(() => {
      if (live.get(executionArn) !== execution) return;
      live.delete(executionArn);
      onSeen?.(executionArn);
    });
  }
  for (const execution of resumeExecutions(journal, host)) keep(execution);

  return {
    start({ arn, type, roleArn, compiled }, name, input) {
      const about = { name, stateMachineArn: arn, type, roleArn, seed };
      if (!journal.describe(executionId({ arn }, name))) keep(execute(compiled, { ...host, ...about, input, journal }));
      return journal.pending?.();
    },
    redrive(id) {
      keep(redrive(journal, id, host));
      return journal.pending?.();
    },
    stop: (id) => live.get(id)?.stop(),
    stopAll() {
      for (const execution of live.values()) execution.stop();
    },
    resultOf: (id) => readExecution(journal, id)?.result,
    history: (id) => readExecution(journal, id)?.history() ?? [],
    async quiet() {
      while (live.size > 0 || journal.pending?.()) {
        await Promise.all([...live.values()].map(({ result }) => result));
        await journal.pending?.();
      }
    },
  };
}

/** The ARN of an execution, which is its id. */
export function executionId({ arn }: Pick<Machine, 'arn'>, name: string): string {
  return `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
}

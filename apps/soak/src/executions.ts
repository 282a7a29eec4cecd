import {
  type Clock,
  type Execution,
  type ExecutionJournal,
  type ExecutionResult,
  execute,
  type HistoryEvent,
  type HostOptions,
  type InvokeLambda,
  readExecution,
  redrive,
  resumeExecutions,
} from '@order-workflow/asl-engine';
import type { Platform } from '@order-workflow/local';

/** The executions of the workflow, each by its name, as StartExecution and its like have them. */
export interface Executions {
  /** Starts one; of a name that is taken, nothing is started. */
  start(name: string, input: unknown): void;
  redrive(name: string): void;
  stop(name: string): void;
  /** How one has ended; undefined while it runs, or where there is none. */
  resultOf(name: string): ExecutionResult | undefined;
  history(name: string): readonly HistoryEvent[];
  /** Resolves when none of them runs, whoever is started meanwhile. */
  quiet(): Promise<void>;
}

export interface ExecutionsOptions {
  readonly platform: Pick<Platform, 'assembly' | 'definition' | 'integrations'>;
  readonly journal: ExecutionJournal;
  readonly clock: Clock;
  /** Of jitter. */
  readonly seed: number;
  readonly invokeLambda: InvokeLambda;
}

/** Runs executions on a platform, and goes on with those that the journal has as running. */
export function executionsOn({ platform, journal, clock, seed, invokeLambda }: ExecutionsOptions): Executions {
  const { arn, type, roleArn } = platform.assembly.stateMachine;
  const arnOf = (name: string) => executionArn(platform, name);
  const host: HostOptions = { clock, invokeLambda, integrations: platform.integrations };
  const live = new Map<string, Execution>();

  function keep(execution: Execution): void {
    live.set(execution.name, execution);
    // Whoever redrives it may be there first: then the name is the redriven one's.
    void execution.result.then(() => live.get(execution.name) === execution && live.delete(execution.name));
  }
  for (const execution of resumeExecutions(journal, host)) keep(execution);

  return {
    start(name, input) {
      if (journal.describe(arnOf(name))) return;
      const about = { name, stateMachineArn: arn, type, roleArn, seed };
      keep(execute(platform.definition, { ...host, ...about, input, journal }));
    },
    redrive: (name) => keep(redrive(journal, arnOf(name), host)),
    stop: (name) => live.get(name)?.stop(),
    resultOf: (name) => readExecution(journal, arnOf(name))?.result,
    history: (name) => readExecution(journal, arnOf(name))?.history() ?? [],
    async quiet() {
      while (live.size > 0) await Promise.all([...live.values()].map(({ result }) => result));
    },
  };
}

/** The ARN of an execution, which is its id. */
export function executionArn({ assembly }: Pick<Platform, 'assembly'>, name: string): string {
  return `${assembly.stateMachine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
}

import { randomUUID } from 'node:crypto';
import {
  type Clock,
  createMemoryJournal,
  type Execution,
  type ExecutionJournal,
  type ExecutionOverview,
  type ExecutionResult,
  execute,
  type HistoryEvent,
  type HostOptions,
  type InvokeLambda,
  readExecution,
  realClock,
  redrive,
  resumeExecutions,
} from '@order-workflow/asl-engine';
import { type Platform, type PlatformOptions, startPlatform } from '../platform/platform.ts';
import { describeDifference, ExecutionAlreadyExists } from './execution-already-exists.ts';
import { outcomeOf } from './execution-report.ts';
import { type EarlierExecution, judgePlacing } from './judge-placing.ts';
import { nameExecution } from './name-execution.ts';

export interface OpenWorkflowOptions {
  /** Where executions are kept; what it has as running goes on. */
  readonly journal: ExecutionJournal;
  /** The real one unless given. On a virtual clock, retries and waits pass at once. */
  readonly clock?: Clock;
  /** Makes jitter and the like repeatable. */
  readonly seed?: number;
  /** Stands between the workflow and its functions, to make an invocation fail as Lambda itself would. */
  readonly aroundInvocation?: (proceed: InvokeLambda) => InvokeLambda;
}

/** An order whose execution has begun, now or before. */
export interface PlacedOrder {
  readonly name: string;
  readonly executionArn: string;
  readonly execution: Pick<Execution, 'result' | 'history'>;
  /** Whether the same order had been placed before: then this is what came, or will come, of that. */
  readonly placedBefore: boolean;
}

export interface PlaceOptions {
  /** The workflow's own unless given. */
  readonly clock?: Clock;
  /** Called with each event as it happens; not of an execution that began before. */
  readonly onEvent?: (event: HistoryEvent) => void;
}

/** What StartExecution answers. */
export interface StartedExecution {
  readonly executionArn: string;
  readonly startDate: Date;
}

/** The executions of the workflow on a platform. */
export interface OrderExecutions {
  /** What the journal had as running: it goes on from where it stood. */
  readonly resumed: readonly PlacedOrder[];
  /** How many executions run here now. */
  underWay(): number;
  /**
   * Starts the execution of an order, which may be any JSON value: to say what is wrong with it is the workflow's work.
   * The same order again gives the execution that it already has, running or ended. Another one of the same id is another
   * execution, once the last has ended with nothing held ({@link judgePlacing}).
   *
   * @throws ExecutionAlreadyExists when another order of that id was placed before, which is under way, has failed or is
   * fulfilled
   */
  place(order: unknown, options?: PlaceOptions): PlacedOrder;
  /**
   * Starts an execution as StartExecution does: the same input again under the same name is the same execution while that
   * runs. Without a name it gets a UUID. Its name is free again 90 days after its end.
   *
   * @param beforeBegin called before a new execution begins; what it throws keeps it from beginning
   * @throws ExecutionAlreadyExists when the name is taken by an execution that has ended, or has another input
   */
  start(input: unknown, name?: string, beforeBegin?: () => void): StartedExecution;
  /**
   * Runs a failed execution again from the state at which it stands.
   *
   * @throws ExecutionNotRedrivable when it has not failed, or too long ago
   */
  redrive(name: string, options?: PlaceOptions): PlacedOrder;
  /** Stops an execution that runs here, as StopExecution does; nothing happens to any other. */
  stop(name: string, reason?: { readonly error?: string; readonly cause?: string }): void;
}

interface LiveOrder extends PlacedOrder {
  readonly execution: Execution;
}

interface NamedExecution extends EarlierExecution {
  readonly name: string;
  readonly ordinal: number;
}

/** A name is free again so long after its execution ended (StartExecution, "name"). */
const nameKeptMs = 90 * 24 * 3600 * 1000;

/** Runs executions on a platform, and goes on with those that an earlier process left running. */
export function openWorkflow(platform: Platform, options: OpenWorkflowOptions): OrderExecutions {
  const { journal, seed, clock: ownClock = realClock } = options;
  const { stateMachine } = platform.assembly;
  const arnOf = (name: string) => `${stateMachine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
  const host: HostOptions = {
    clock: ownClock,
    invokeLambda: options.aroundInvocation?.(platform.invokeLambda) ?? platform.invokeLambda,
    integrations: platform.integrations,
  };
  const live = new Map<string, LiveOrder>();

  function keep(execution: Execution, placedBefore: boolean): LiveOrder {
    const { name, executionArn } = execution;
    const placed = { name, executionArn, execution, placedBefore };
    live.set(executionArn, placed);
    void execution.result.then(() => live.delete(executionArn));
    return placed;
  }

  /** The executions of an order under the names that it gets here, but for those whose name is free again. */
  function named(order: unknown, clock: Clock): readonly NamedExecution[] {
    const found: NamedExecution[] = [];
    for (let ordinal = 1; ; ordinal++) {
      const name = nameExecution(order, ordinal);
      const standing = journal.describe(arnOf(name));
      if (!standing) return found;
      if (!hasFreedItsName(standing.end?.stoppedAt, clock)) found.push({ name, ordinal, ...standingOf(standing) });
    }
  }

  function placedBefore(name: string): PlacedOrder {
    const running = live.get(arnOf(name));
    if (running) return { ...running, placedBefore: true };
    const { result, history = () => [] } = readExecution(journal, arnOf(name)) ?? {};
    const ended = Promise.resolve(result as ExecutionResult);
    return { name, executionArn: arnOf(name), placedBefore: true, execution: { result: ended, history } };
  }

  function begin(input: unknown, name: string, told: PlaceOptions & { readonly clock: Clock }): LiveOrder {
    const { arn: stateMachineArn, type, roleArn } = stateMachine;
    const about = { name, stateMachineArn, type, roleArn, ...(seed !== undefined && { seed }) };
    return keep(execute(platform.definition, { ...host, ...told, ...about, input, journal }), false);
  }

  /** The execution that already runs under a name. */
  function underWay(name: string, input: unknown): StartedExecution | undefined {
    const before = journal.describe(arnOf(name));
    if (!before || hasFreedItsName(before.end?.stoppedAt, ownClock)) return undefined;
    if (before.end) throw new ExecutionAlreadyExists(name, 'an execution of this name has ended');
    const difference = describeDifference(before.start.input, input);
    const { executionArn, startedAt } = before.start;
    if (difference === undefined) return { executionArn, startDate: new Date(startedAt) };
    throw new ExecutionAlreadyExists(name, `an execution of this name runs with another input: ${difference}`);
  }

  return {
    resumed: resumeExecutions(journal, host).map((execution) => keep(execution, true)),
    underWay: () => live.size,
    place(order, { clock = ownClock, onEvent } = {}) {
      const before = named(order, clock);
      const placing = judgePlacing(before, order);
      switch (placing.kind) {
        case 'same':
          return placedBefore(placing.earlier.name);
        case 'conflict': {
          const { name, input } = placing.earlier;
          const difference = describeDifference(input, order);
          throw new ExecutionAlreadyExists(
            name,
            `an order of this id was placed before with other content: ${difference}`,
          );
        }
        case 'next': {
          const name = nameExecution(order, (before.at(-1)?.ordinal ?? 0) + 1);
          return begin(order, name, { clock, ...(onEvent && { onEvent }) });
        }
      }
    },
    start(input, name = randomUUID(), beforeBegin) {
      const running = underWay(name, input);
      if (running) return running;
      beforeBegin?.();
      const { executionArn, execution } = begin(input, name, { clock: ownClock });
      return { executionArn, startDate: execution.startDate };
    },
    stop: (name, reason) => live.get(arnOf(name))?.execution.stop(reason),
    redrive(name, { clock = ownClock, onEvent } = {}) {
      return keep(redrive(journal, arnOf(name), { ...host, clock, ...(onEvent && { onEvent }) }), true);
    },
  };
}

function standingOf({ start, end }: ExecutionOverview): EarlierExecution {
  return { input: start.input, outcome: end && outcomeOf(end) };
}

function hasFreedItsName(stoppedAt: number | undefined, clock: Clock): boolean {
  return stoppedAt !== undefined && clock.now() - stoppedAt > nameKeptMs;
}

export interface WorkflowOptions extends PlatformOptions, Partial<OpenWorkflowOptions> {}

/** The synthesized workflow, running on this machine. */
export interface RunningWorkflow extends OrderExecutions, Platform {
  readonly journal: ExecutionJournal;
}

/**
 * Starts a platform and runs the workflow on it. Without a journal, executions last as long as the process.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet, or something in it is not known here
 */
export async function startWorkflow(options: WorkflowOptions = {}): Promise<RunningWorkflow> {
  const platform = await startPlatform(options);
  const { journal = createMemoryJournal() } = options;
  return { ...platform, ...openWorkflow(platform, { ...options, journal }), journal };
}

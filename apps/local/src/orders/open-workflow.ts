import { randomUUID } from 'node:crypto';
import {
  type Clock,
  createMemoryJournal,
  type Execution,
  type ExecutionJournal,
  type ExecutionOverview,
  type ExecutionResult,
  execute,
  type HostOptions,
  type InvokeLambda,
  readExecution,
  realClock,
  redrive,
  resumeExecutions,
} from '@order-workflow/asl-engine';
import type { StateMachine } from '../assembly/assembly.ts';
import { type Platform, type PlatformOptions, startPlatform } from '../platform/platform.ts';
import { cancelledSince } from './cancelled-since.ts';
import { describeDifference, ExecutionAlreadyExists } from './execution-already-exists.ts';
import { outcomeOf } from './execution-report.ts';
import { type EarlierExecution, judgePlacing } from './judge-placing.ts';
import { nameExecution } from './name-execution.ts';
import type { OrderExecutions, PlacedOrder, PlaceOptions, StartedExecution } from './order-executions.ts';
import { stopExecutionTask } from './stop-execution-task.ts';

export type {
  OrderCancellation,
  OrderExecutions,
  PlacedOrder,
  PlaceOptions,
} from './order-executions.ts';

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
  const { stateMachine, cancellation } = platform.assembly;
  const arnOf = (name: string, machine = stateMachine) =>
    name.startsWith('arn:') ? name : `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
  const live = new Map<string, LiveOrder>();
  const stop: OrderExecutions['stop'] = (name, reason) => live.get(arnOf(name))?.execution.stop(reason);
  // What is resumed first may stop what is resumed after it.
  const opened = Promise.withResolvers<void>();
  const stopTask = stopExecutionTask({
    stop,
    standingOf(executionArn) {
      const standing = journal.describe(executionArn);
      return standing && (standing.end?.stoppedAt ?? 'runs');
    },
  });
  const host: HostOptions = {
    clock: ownClock,
    invokeLambda: options.aroundInvocation?.(platform.invokeLambda) ?? platform.invokeLambda,
    integrations: {
      ...platform.integrations,
      'aws-sdk:sfn:stopExecution': async (...call) => {
        await opened.promise;
        return stopTask(...call);
      },
    },
  };

  function keep(execution: Execution, placedBefore: boolean): LiveOrder {
    const { name, executionArn } = execution;
    const placed = { name, executionArn, execution, placedBefore };
    live.set(executionArn, placed);
    void execution.result.then(() => live.delete(executionArn));
    return placed;
  }

  const isCancelled = (standing: ExecutionOverview) =>
    cancellation !== undefined && cancelledSince(journal, (name) => arnOf(name, cancellation), standing);

  /** The executions of an order under the names that it gets here, but for those whose name is free again. */
  function named(order: unknown, clock: Clock): readonly NamedExecution[] {
    const found: NamedExecution[] = [];
    for (let ordinal = 1; ; ordinal++) {
      const name = nameExecution(order, ordinal);
      const standing = journal.describe(arnOf(name));
      if (!standing) return found;
      if (!hasFreedItsName(standing.end?.stoppedAt, clock))
        found.push({ name, ordinal, ...standingOf(standing, isCancelled(standing)) });
    }
  }

  function placedBefore(name: string, machine = stateMachine): PlacedOrder {
    const executionArn = arnOf(name, machine);
    const running = live.get(executionArn);
    if (running) return { ...running, placedBefore: true };
    const { result, history = () => [] } = readExecution(journal, executionArn) ?? {};
    const ended = Promise.resolve(result as ExecutionResult);
    return { name, executionArn, placedBefore: true, execution: { result: ended, history } };
  }

  type Told = PlaceOptions & { readonly clock: Clock };
  function begin(input: unknown, name: string, told: Told, machine = stateMachine): LiveOrder {
    const { arn: stateMachineArn, type, roleArn } = machine;
    const about = { name, stateMachineArn, type, roleArn, ...(seed !== undefined && { seed }) };
    const definition = machine === stateMachine ? platform.definition : platform.cancellation;
    if (!definition) throw new RangeError(`${machine.name} has no definition`);
    return keep(execute(definition, { ...host, ...told, ...about, input, journal }), false);
  }

  function cancelling(): StateMachine {
    if (!cancellation) throw new RangeError('this workflow has no state machine that cancels orders');
    return cancellation;
  }

  /** The execution that already runs under a name. */
  function underWay(name: string, input: unknown, machine: StateMachine): StartedExecution | undefined {
    const before = journal.describe(arnOf(name, machine));
    if (!before || hasFreedItsName(before.end?.stoppedAt, ownClock)) return undefined;
    if (before.end) throw new ExecutionAlreadyExists(name, 'an execution of this name has ended');
    const difference = describeDifference(before.start.input, input);
    const { executionArn, startedAt } = before.start;
    if (difference === undefined) return { executionArn, startDate: new Date(startedAt) };
    throw new ExecutionAlreadyExists(name, `an execution of this name runs with another input: ${difference}`);
  }

  function startOn(
    machine: StateMachine,
    ...[input, name = randomUUID(), beforeBegin]: Parameters<OrderExecutions['start']>
  ) {
    const running = underWay(name, input, machine);
    if (running) return running;
    beforeBegin?.();
    const { executionArn, execution } = begin(input, name, { clock: ownClock }, machine);
    return { executionArn, startDate: execution.startDate };
  }

  const executions: OrderExecutions = {
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
    start: (...asked) => startOn(stateMachine, ...asked),
    startCancellation: (...asked) => startOn(cancelling(), ...asked),
    cancel(request, name, { clock = ownClock, onEvent } = {}) {
      const machine = cancelling();
      if (journal.describe(arnOf(name, machine))) return placedBefore(name, machine);
      return begin(request, name, { clock, ...(onEvent && { onEvent }) }, machine);
    },
    stop,
    ended: (name) => live.get(arnOf(name))?.execution.result,
    skipWaits: (name) => live.get(arnOf(name))?.execution.skipWaits() ?? 0,
    redrive(name, { clock = ownClock, onEvent } = {}) {
      return keep(redrive(journal, arnOf(name), { ...host, clock, ...(onEvent && { onEvent }) }), true);
    },
  };
  opened.resolve();
  return executions;
}

function standingOf({ start, end }: ExecutionOverview, cancelled: boolean): EarlierExecution {
  return { input: start.input, outcome: cancelled ? 'cancelled' : end && outcomeOf(end) };
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

import { realClock } from '../clock/real-clock.ts';
import { Checkpoints } from '../execution/checkpoints.ts';
import { ClockWaits } from '../execution/clock-waits.ts';
import { Fiber } from '../execution/fiber.ts';
import { HistoryWriter } from '../execution/history-writer.ts';
import { JournalWriter } from '../execution/journal-writer.ts';
import type { ExecutionFacts, Runtime } from '../execution/runtime.ts';
import { Scheduler } from '../execution/scheduler.ts';
import { TaskTokens } from '../execution/task-tokens.ts';
import { EventLog } from '../history/event-log.ts';
import type { EventRecord } from '../history/event-record.ts';
import type { ExecutionStart, FiberSnapshot } from '../journal/execution-journal.ts';
import { copyJson } from '../json/copy-json.ts';
import type { JsonObject } from '../json/json.ts';
import { createRandomSource, type RandomSource } from '../random/random-source.ts';
import type { ExecutionOptions, ExecutionResult } from './execution-options.ts';
import type { MachineDefinition } from './machine-definition.ts';

/** The longest an execution may live, in seconds, by type (quotas page). */
const lifetimes = { STANDARD: 31_536_000, EXPRESS: 300 };

const defaultStateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:StateMachine';
const defaultRoleArn = 'arn:aws:iam::000000000000:role/StepFunctions';

/** What an earlier life of an execution left. Instants are epoch milliseconds. */
export interface EarlierLife {
  readonly startedAt: number;
  /** The latest redrive, from which the execution has all of its time again; undefined before the first. */
  readonly redrivenAt: number | undefined;
  readonly redriveCount: number;
  /** True when this life of the execution begins with a redrive. */
  readonly redriven: boolean;
  readonly events: readonly EventRecord[];
  readonly fibers: readonly FiberSnapshot[];
}

/** One life of an execution: from its start, or from where an earlier life left it, to its end or the end of the process. */
export class Run {
  readonly definition: MachineDefinition;
  readonly runtime: Runtime;
  readonly log: EventLog;
  readonly root: Fiber;
  readonly seed: number | undefined;
  readonly redriven: boolean;
  readonly beginsAfter: number;
  /** The instant at which the execution times out. */
  readonly deadline: number;
  ended: ExecutionResult | undefined;
  onEnd: ((result: ExecutionResult) => void) | undefined;

  constructor(definition: MachineDefinition, options: ExecutionOptions, earlier?: EarlierLife) {
    const clock = options.clock ?? realClock;
    const random = createRandomSource(options.seed);
    const identity = identityOf(options, random, earlier ?? { startedAt: clock.now() });
    const { type, startedAt, redrivenAt } = identity;
    const deadlineFrom = redrivenAt ?? startedAt;
    const journal = options.journal && new JournalWriter(options.journal, identity);
    this.definition = definition;
    this.seed = options.seed;
    this.redriven = earlier?.redriven ?? false;
    this.beginsAfter = options.beginsAfter ?? 0;
    this.deadline =
      deadlineFrom + Math.min(definition.timeoutSeconds ?? Number.POSITIVE_INFINITY, lifetimes[type]) * 1000;
    this.log = new EventLog(options.history !== 'drop', options.onEvent);
    this.log.restore(earlier?.events ?? []);
    this.runtime = {
      identity,
      clock,
      random,
      history: new HistoryWriter(clock, this.log, type, journal),
      checkpoints: new Checkpoints(clock, journal, earlier?.fibers ?? []),
      scheduler: new Scheduler(clock, type === 'EXPRESS' ? deadlineFrom + lifetimes.EXPRESS * 1000 : undefined),
      tokens: new TaskTokens(),
      waits: new ClockWaits(),
      host: options,
      contextObject: options.contextObject,
      children: options.children,
    };
    this.root = new Fiber(this.runtime);
    if (options.variables) this.root.variables = copyJson(options.variables) as JsonObject;
  }

  /** What a journal is told of the start. */
  start(): ExecutionStart {
    const { executionArn, name, stateMachineArn, roleArn, type, input, startedAt } = this.runtime.identity;
    const { seed, definition } = this;
    return {
      ...{ executionArn, name, stateMachineArn, roleArn, type, input, startedAt, seed },
      definition: definition.source,
    };
  }
}

type BegunLife = Pick<EarlierLife, 'startedAt'> & Partial<Pick<EarlierLife, 'redriveCount' | 'redrivenAt'>>;

// An EXPRESS execution's name may be used again: its ARN has something of its own besides.
function executionArnOf(type: string, stateMachineArn: string, name: string, random: RandomSource): string {
  if (type === 'EXPRESS') return `${stateMachineArn.replace(':stateMachine:', ':express:')}:${name}:${random.uuid()}`;
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

function identityOf(
  options: ExecutionOptions,
  random: RandomSource,
  { startedAt, redriveCount = 0, redrivenAt }: BegunLife,
): ExecutionFacts {
  const { type = 'STANDARD', stateMachineArn = defaultStateMachineArn, roleArn = defaultRoleArn } = options;
  const name = options.name ?? random.uuid();
  return {
    executionArn: executionArnOf(type, stateMachineArn, name, random),
    name,
    stateMachineArn,
    stateMachineName: stateMachineArn.slice(stateMachineArn.lastIndexOf(':') + 1),
    roleArn,
    type,
    input: options.input === undefined ? {} : copyJson(options.input),
    startedAt,
    redriveCount,
    redrivenAt,
  };
}

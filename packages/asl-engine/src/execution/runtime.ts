import type { Clock } from '../clock/clock.ts';
import type { TaskHost } from '../host/task-host.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { RandomSource } from '../random/random-source.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { ChildExecutions } from './child-executions.ts';
import type { ClockWaits } from './clock-waits.ts';
import type { HistoryWriter } from './history-writer.ts';
import type { Scheduler } from './scheduler.ts';
import type { TaskTokens } from './task-tokens.ts';

/** What an execution is called and was started with. */
export interface ExecutionFacts {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly roleArn: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly input: Json;
  /** Epoch milliseconds; a redrive does not change it. */
  readonly startedAt: number;
  readonly redriveCount: number;
  /** The latest redrive, in epoch milliseconds; undefined before the first. */
  readonly redrivenAt: number | undefined;
}

/** What all fibers of an execution share while it lives. */
export interface Runtime {
  readonly identity: ExecutionFacts;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly history: HistoryWriter;
  readonly checkpoints: Checkpoints;
  readonly scheduler: Scheduler;
  readonly tokens: TaskTokens;
  readonly waits: ClockWaits;
  readonly host: TaskHost;
  /** What stands for members of the context object. */
  readonly contextObject: JsonObject | undefined;
  /** Where histories of child executions are kept; nowhere when undefined. */
  readonly children: ChildExecutions | undefined;
}

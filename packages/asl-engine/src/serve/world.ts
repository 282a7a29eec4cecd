import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import { ChildExecutions } from '../execution/child-executions.ts';
import { type ActivityPool, createActivityPool } from '../host/activity-pool.ts';
import type { ChangeMapRun, MapRunReport } from '../host/map-run-report.ts';
import type { MockTask, TaskHost } from '../host/task-host.ts';
import type { ExecutionJournal } from '../journal/execution-journal.ts';
import type { JsonObject } from '../json/json.ts';
import type { Execution } from '../run/execution.ts';
import type { MachineDefinition } from '../run/machine-definition.ts';
import { ApiError } from './api-error.ts';
import { readArn } from './names.ts';

/** What a machine runs: it changes with each update. */
export interface Revision {
  readonly revisionId: string | undefined;
  readonly definition: string;
  readonly compiled: MachineDefinition;
  readonly roleArn: string;
  readonly settings: JsonObject;
}

/** A published version. */
export interface Version {
  readonly number: number;
  readonly description: string | undefined;
  readonly revision: Revision;
  readonly createdAt: number;
}

/** An alias, and how it divides executions among versions. */
export interface Alias {
  readonly name: string;
  description: string | undefined;
  routes: readonly { readonly version: number; readonly weight: number }[];
  readonly createdAt: number;
  updatedAt: number;
}

/** A state machine. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly createdAt: number;
  revision: Revision;
  updatedAt: number;
  versions: Version[];
  nextVersion: number;
  readonly aliases: Map<string, Alias>;
}

/** An execution that this process started, and what it was started by. */
export interface Started {
  readonly execution: Execution;
  readonly machine: Machine;
  readonly revision: Revision;
  readonly version: number | undefined;
  readonly alias: string | undefined;
  readonly input: string;
  /** Present when it was started as a test case. */
  readonly mockTask?: MockTask;
}

/** What is known of an activity. */
export interface ActivityFacts {
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly encryption: { readonly encryptionConfiguration?: JsonObject };
}

/** A Map Run as it stands, and how it is changed. */
export interface KnownMapRun {
  readonly report: MapRunReport;
  readonly change: ChangeMapRun;
  /** Epoch milliseconds; undefined before the first redrive. */
  readonly redrivenAt: number | undefined;
}

/** All that is kept between calls. */
export class World {
  readonly clock: Clock;
  readonly journal: ExecutionJournal;
  readonly host: TaskHost;
  readonly account: string;
  readonly mockConfig: JsonObject | undefined;
  readonly beginsAfter: number;
  readonly activities: ActivityPool = createActivityPool();
  readonly activityFacts = new Map<string, ActivityFacts>();
  readonly machines = new Map<string, Machine>();
  readonly executions = new Map<string, Started>();
  readonly tags = new Map<string, Map<string, string>>();
  readonly mapRuns = new Map<string, KnownMapRun>();
  readonly children = new ChildExecutions();

  constructor(options: {
    clock: Clock;
    journal: ExecutionJournal;
    host: TaskHost;
    account: string;
    mockConfig?: JsonObject | undefined;
    beginsAfter?: number;
  }) {
    this.clock = options.clock;
    this.journal = options.journal;
    this.host = options.host;
    this.account = options.account;
    this.mockConfig = options.mockConfig;
    this.beginsAfter = options.beginsAfter ?? 0;
  }

  now(): Date {
    return new Date(this.clock.now());
  }

  /** The machine of an ARN, and the version or alias it names. Throws ApiError. */
  resolve(text: string): { readonly machine: Machine; readonly qualifier: string | undefined } {
    const { prefix, rest } = readArn(text, 'stateMachine');
    const [name, qualifier] = rest;
    const machine = this.machines.get(`${prefix}:stateMachine:${name}`);
    if (!machine || (qualifier !== undefined && !knows(machine, qualifier)))
      throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${text}'`);
    return { machine, qualifier };
  }

  /** The machine of an ARN that names neither version nor alias. Throws ApiError. */
  machine(text: string): Machine {
    const { machine, qualifier } = this.resolve(text);
    if (qualifier === undefined) return machine;
    throw new ApiError('ValidationException', 'The ARN must name a state machine, and no version or alias of it.');
  }

  /** What an ARN runs: the machine's latest revision, a version's, or one that an alias chooses by weight. Throws ApiError. */
  choose(text: string): Pick<Started, 'machine' | 'revision' | 'version' | 'alias'> {
    const { machine, qualifier } = this.resolve(text);
    if (qualifier === undefined) return { machine, revision: machine.revision, version: undefined, alias: undefined };
    const alias = machine.aliases.get(qualifier);
    const number = alias ? routed(alias) : Number(qualifier);
    const version = machine.versions.find((one) => one.number === number);
    if (!version) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${text}'`);
    return { machine, revision: version.revision, version: number, alias: alias?.name };
  }

  /** An execution that was started here. Throws ApiError. */
  execution(text: string): Started {
    readArn(text, 'execution');
    const started = this.executions.get(text);
    if (started) return started;
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${text}'`);
  }

  uuid(): string {
    return randomUUID();
  }
}

function knows({ versions, aliases }: Machine, qualifier: string): boolean {
  return aliases.has(qualifier) || versions.some(({ number }) => String(number) === qualifier);
}

function routed({ routes }: Alias): number | undefined {
  const [first, second] = routes;
  return first && second && Math.random() * 100 >= first.weight ? second.version : first?.version;
}

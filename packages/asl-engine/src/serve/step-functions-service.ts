import type { Clock } from '../clock/clock.ts';
import { realClock } from '../clock/real-clock.ts';
import type { TaskHost } from '../host/task-host.ts';
import type { ExecutionJournal } from '../journal/execution-journal.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import type { JsonObject } from '../json/json.ts';
import { type Answer, answerCall } from './answer-call.ts';
import { sdkIntegrations } from './sdk-integrations.ts';
import type { Machine } from './world.ts';
import { Worlds } from './worlds.ts';

/** What the executions of a service call, and whom it takes its callers for. */
export interface ServiceOptions extends Omit<TaskHost, 'activities' | 'onMapRun' | 'mockTask'> {
  /** The account of callers whose access key is not an account's number itself; 123456789012 unless told otherwise. */
  readonly account?: string;
  /** The region of callers who sign for none; us-east-1 unless told otherwise. */
  readonly region?: string;
  /**
   * A mock configuration file's content, as Step Functions Local had it: an execution started as `<ARN>#<test case>` gets what it says.
   */
  readonly mockConfig?: JsonObject;
  readonly clock?: Clock;
  /**
   * How long after StartExecution was answered a STANDARD execution enters its first state, in milliseconds; 0 unless told otherwise.
   */
  readonly beginsAfter?: number;
  /** Where histories are kept while it runs; in memory unless told otherwise. */
  readonly journal?: ExecutionJournal;
}

/** A call of the API as it came over the wire (AWS JSON 1.0). */
export interface ServiceCall {
  /** The header `X-Amz-Target`. */
  readonly target: string | undefined;
  readonly body: string;
  /** The header `Authorization`: whose account and region it is. The signature is not checked. */
  readonly authorization?: string | undefined;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
}

/** Step Functions' API for any state machine, without a socket. */
export interface StepFunctionsService {
  /** Answers a call. It never throws. */
  answer(call: ServiceCall): Promise<Answer>;
  /** The machines that were created and not deleted, in every account and region. */
  machines(): readonly Pick<Machine, 'arn' | 'name' | 'type' | 'createdAt'>[];
  /** Stops all executions. */
  stop(): void;
}

export function stepFunctionsService(options: ServiceOptions = {}): StepFunctionsService {
  const {
    account = '123456789012',
    region: otherwise = 'us-east-1',
    clock = realClock,
    journal = createMemoryJournal(),
    mockConfig,
    beginsAfter = 0,
    ...tasks
  } = options;
  const integrations = { ...sdkIntegrations((arn) => worlds.ofArn(arn)), ...tasks.integrations };
  const host = { ...tasks, integrations };
  const worlds: Worlds = new Worlds({ clock, journal, host, account, mockConfig, beginsAfter });
  return {
    answer({ target, body, authorization = '', signal }) {
      const [, key = '', region = otherwise] = /Credential=([^/]+)\/\d{8}\/([a-z0-9-]+)\//.exec(authorization) ?? [];
      return answerCall(worlds.ofCaller(key, region), { target, body, region, signal });
    },
    machines: () => worlds.all().flatMap(({ machines }) => [...machines.values()]),
    stop() {
      for (const world of worlds.all()) for (const { execution } of world.executions.values()) execution.stop();
    },
  };
}

import type { Clock } from '../clock/clock.ts';
import type { Json } from '../json/json.ts';

/** What a handler knows about the task it runs. */
export interface TaskContext {
  readonly executionArn: string;
  readonly executionName: string;
  readonly stateMachineArn: string;
  readonly stateName: string;
  /** How often the state has been retried before. */
  readonly retryCount: number;
  /** Present for `.waitForTaskToken` and activities. */
  readonly taskToken: string | undefined;
  /** The resource as the definition has it. */
  readonly resource: string;
  /** How the integration was asked for: `.sync`, `.sync:2`, `.waitForTaskToken`, or a plain request. */
  readonly pattern: 'request' | 'sync' | 'sync:2' | 'waitForTaskToken';
  /** Aborts when the task times out or the execution ends. */
  readonly signal: AbortSignal;
  /** The execution's clock. Waiting by it lets virtual time go on; anything else the handler does holds virtual time. */
  readonly clock: Clock;
  /**
   * Stops the task's time-out, for a handler that has no room for it yet, until what this gives is called: then it begins anew, whole.
   * What runs in between counts only towards the execution's own time-out.
   */
  readonly holdTimeout: () => () => void;
  /** For `.sync` integrations: says that the job has begun, with the service's first answer; the history shows TaskSubmitted. */
  readonly submitted: (output: Json) => void;
}

/** The call of a Lambda function. */
export interface LambdaInvocation extends TaskContext {
  /** The function's name or ARN, as the definition gives it. */
  readonly functionName: string;
  /** A copy of the payload; the handler may change it. */
  readonly payload: Json;
  readonly invocationType: string | undefined;
  readonly qualifier: string | undefined;
}

/** What a Lambda function answered. */
export interface LambdaAnswer {
  /** The function's result; undefined counts as null. */
  readonly payload?: unknown;
  readonly executedVersion?: string;
  readonly statusCode?: number;
}

/** Runs a Lambda function. Throws TaskFailure when the function fails; any other error fails the task under its own name. */
export type InvokeLambda = (invocation: LambdaInvocation) => LambdaAnswer | Promise<LambdaAnswer>;

/** Runs a service integration: gets the evaluated Parameters or Arguments, gives the result. Fails as InvokeLambda does. */
export type TaskIntegration = (parameters: Json, context: TaskContext) => unknown;

import type { Clock } from '../clock/clock.ts';
import { createHandlerClock } from '../clock/handler-clock.ts';
import type { Fiber } from '../execution/fiber.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { TaskContext } from '../host/task-handler.ts';
import { copyJson } from '../json/copy-json.ts';
import type { Json } from '../json/json.ts';
import type { TaskOutcome } from './race-deadlines.ts';

/** A handler's call under way. */
export interface HandlerCall {
  /** Aborts the signal and lets virtual time go on. */
  readonly end: () => void;
}

/** What a handler is told, with a signal that is made only when it is asked for. */
class HandlerContext implements TaskContext {
  readonly executionArn: string;
  readonly executionName: string;
  readonly stateMachineArn: string;
  readonly stateName: string;
  readonly retryCount: number;
  readonly taskToken: string | undefined;
  readonly resource: string;
  readonly pattern: TaskContext['pattern'];
  readonly clock: Clock;
  readonly submitted: (output: Json) => void;
  readonly holdTimeout: () => () => void;
  #controller: AbortController | undefined;
  #aborted = false;

  constructor(
    fiber: Fiber,
    { resource, pattern, holdTimeout = () => () => {}, onSubmitted }: HandlerTarget,
    clock: Clock,
  ) {
    const { identity } = fiber;
    this.executionArn = identity.executionArn;
    this.executionName = identity.name;
    this.stateMachineArn = identity.stateMachineArn;
    this.stateName = fiber.stateName;
    this.retryCount = fiber.retryCount;
    this.taskToken = fiber.taskToken;
    this.resource = resource;
    this.pattern = pattern;
    this.clock = clock;
    this.holdTimeout = holdTimeout;
    this.submitted = (output) => {
      if (!this.#aborted) onSubmitted?.(copyJson(output));
    };
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
  }
}

/** Which handler is called, and as what. */
export interface HandlerTarget {
  readonly resource: string;
  readonly pattern: TaskContext['pattern'];
  readonly call: (context: TaskContext) => unknown;
  /** Of a task that may have a time-out. */
  readonly holdTimeout?: TaskContext['holdTimeout'];
  readonly onSubmitted?: (output: Json) => void;
}

/** Calls a handler and settles with what comes of it: its result as JSON, or its failure. It never throws. */
export function callHandler(fiber: Fiber, target: HandlerTarget, settle: (outcome: TaskOutcome) => void): HandlerCall {
  const { clock, end: endWork } = createHandlerClock(fiber.runtime.clock);
  const context = new HandlerContext(fiber, target, clock);
  let open = true;
  const finish = (outcome: TaskOutcome) => {
    if (!open) return;
    open = false;
    endWork();
    settle(outcome);
  };
  const succeed = (value: unknown) => {
    try {
      finish({ kind: 'succeeded', output: copyJson(value) });
    } catch (problem) {
      finish(failureOf(problem));
    }
  };
  try {
    const result = target.call(context);
    if (isThenable(result)) Promise.resolve(result).then(succeed, (problem) => finish(failureOf(problem)));
    else succeed(result);
  } catch (problem) {
    finish(failureOf(problem));
  }
  return {
    end() {
      open = false;
      endWork();
      context.abort();
    },
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** A handler's error as a task's failure. What is not a TaskFailure is told as Lambda's Node runtime would tell it. */
export function failureOf(problem: unknown): TaskOutcome & { readonly kind: 'failed' } {
  if (problem instanceof TaskFailure) return { kind: 'failed', error: problem.error, cause: problem.cause };
  if (!(problem instanceof Error))
    return { kind: 'failed', error: 'Error', cause: describe({ errorType: 'Error', errorMessage: String(problem) }) };
  const { name, message, stack = '' } = problem;
  return {
    kind: 'failed',
    error: name || 'Error',
    cause: describe({ errorType: name || 'Error', errorMessage: message, trace: stack.split('\n') }),
  };
}

function describe(error: Json): string {
  return JSON.stringify(error);
}

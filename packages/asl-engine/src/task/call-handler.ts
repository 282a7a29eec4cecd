import type { Clock } from '../clock/clock.ts';
import { createHandlerClock } from '../clock/handler-clock.ts';
import type { Fiber } from '../execution/fiber.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { TaskContext } from '../host/task-handler.ts';
import { copyJson } from '../json/copy-json.ts';
import type { Json } from '../json/json.ts';
import type { RunningTask, TaskOutcome } from './race-deadlines.ts';

/** Which handler is called, and as what. */
export interface HandlerTarget {
  readonly resource: string;
  readonly pattern: TaskContext['pattern'];
  readonly call: (context: TaskContext) => unknown;
}

type CalledTask = Pick<RunningTask, 'settle' | 'holdTimeout'>;

/** What a handler is told. What few handlers ask for is made when it is asked for. */
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
  readonly #task: CalledTask;
  readonly #onSubmitted: ((output: Json) => void) | undefined;
  #controller: AbortController | undefined;
  #aborted = false;

  constructor(
    fiber: Fiber,
    { resource, pattern }: HandlerTarget,
    clock: Clock,
    task: CalledTask,
    onSubmitted: ((output: Json) => void) | undefined,
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
    this.#task = task;
    this.#onSubmitted = onSubmitted;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  get submitted(): TaskContext['submitted'] {
    return (output) => {
      if (!this.#aborted) this.#onSubmitted?.(copyJson(output));
    };
  }

  get holdTimeout(): TaskContext['holdTimeout'] {
    return () => this.#task.holdTimeout();
  }

  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
  }
}

/**
 * Calls a handler and settles the task with what comes of it: its result as JSON, or its failure. It never throws. What it gives
 * aborts the signal and lets virtual time go on.
 */
export function callHandler(
  fiber: Fiber,
  target: HandlerTarget,
  task: CalledTask,
  onSubmitted?: (output: Json) => void,
): () => void {
  const { clock, end: endWork } = createHandlerClock(fiber.runtime.clock);
  const context = new HandlerContext(fiber, target, clock, task, onSubmitted);
  let open = true;
  const finish = (outcome: TaskOutcome) => {
    if (!open) return;
    open = false;
    endWork();
    task.settle(outcome);
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
  return () => {
    open = false;
    endWork();
    context.abort();
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

import type { Clock } from '../clock/clock.ts';
import { executionArnOfToken, TaskTimedOut } from '../execution/task-tokens.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import type { Execution } from '../run/execution.ts';

/** Keeps virtual time where it is while tasks wait for their tokens, and finds the execution that a token belongs to. */
export class TokenHolder {
  readonly #clock: Clock | undefined;
  readonly #executions = new Map<string, Execution>();
  readonly #held = new Map<string, () => void>();

  /** Without a clock it holds nothing. */
  constructor(clock: Clock | undefined) {
    this.#clock = clock;
  }

  add(execution: Execution): void {
    this.#executions.set(execution.executionArn, execution);
  }

  /** The integrations, which hold the clock from when they hand a token out until it is answered or the task has ended. */
  holding(integrations: Readonly<Record<string, TaskIntegration>>): Readonly<Record<string, TaskIntegration>> {
    const held = Object.entries(integrations).map(([name, call]): readonly [string, TaskIntegration] => [
      name,
      (parameters, context) => {
        if (context.pattern === 'waitForTaskToken' && context.taskToken !== undefined)
          this.#hold(context.taskToken, context.signal);
        return call(parameters, context);
      },
    ]);
    return Object.fromEntries(held);
  }

  #hold(token: string, signal: AbortSignal): void {
    const release = this.#clock?.beginWork();
    if (!release) return;
    this.#held.set(token, release);
    signal.addEventListener('abort', () => this.#release(token), { once: true });
  }

  #release(token: string): void {
    this.#held.get(token)?.();
    this.#held.delete(token);
  }

  answer(token: string, send: (execution: Execution) => void): void {
    this.beat(token, send);
    this.#release(token);
  }

  beat(token: string, send: (execution: Execution) => void): void {
    const execution = this.#executions.get(executionArnOfToken(token) ?? '');
    if (!execution) throw new Error('The token is of no execution of this machine: hand on what $$.Task.Token shows.');
    try {
      send(execution);
    } catch (problem) {
      if (!(problem instanceof TaskTimedOut)) throw problem;
      const why = this.#clock
        ? ''
        : " Virtual time went on meanwhile: answer within the integration's clock, or test with tokens: 'hold'.";
      throw new Error(`No task waits for the token any more: it was answered, or its task has ended.${why}`);
    }
  }
}

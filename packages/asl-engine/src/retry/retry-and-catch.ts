import type { StateOutput } from '../dataflow/dialect.ts';
import { exitState, type Transition } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import { rememberedFailure, rememberFailure } from '../execution/remembered-failure.ts';
import { matchesError } from '../failure/match-error.ts';
import { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { type Catcher, type ErrorHandlers, errorOutputOf } from './compile-error-handlers.ts';
import { nextRetryDelay } from './retry-policy.ts';

interface Attempts {
  readonly handlers: ErrorHandlers;
  readonly next: string | undefined;
  readonly attempt: (fiber: Fiber, input: Json) => Promise<StateOutput>;
  /** Called when the work has succeeded, right before the state is left. */
  readonly onSucceeded?: (fiber: Fiber) => void;
  /** Called when no retry is left, before a catcher is looked for. */
  readonly onGivenUp?: (fiber: Fiber, failure: StateFailure) => void;
}

/** Runs a state's work until it succeeds, is caught, or fails for good. */
export async function retryAndCatch(
  { handlers, next, attempt, onSucceeded, onGivenUp }: Attempts,
  fiber: Fiber,
  input: Json,
): Promise<Transition> {
  await waitForRetry(fiber);
  for (;;) {
    try {
      const earlier = rememberedFailure(fiber.memo);
      if (earlier) throw earlier;
      const output = await attempt(fiber, input);
      onSucceeded?.(fiber);
      return exitState(fiber, output, next);
    } catch (problem) {
      const failure = recordFailure(fiber, problem);
      const delay = nextRetryDelay(handlers.retriers, fiber.attempts, failure, () => fiber.random.next());
      if (delay === undefined) {
        giveUp(fiber, failure, onGivenUp);
        return await catchFailure(handlers.catchers, fiber, input, failure);
      }
      fiber.takes(`Retry[${handlers.retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure))}]`);
      fiber.beginRetry(fiber.now() + delay);
      await waitForRetry(fiber);
    }
  }
}

function giveUp(fiber: Fiber, failure: StateFailure, onGivenUp: Attempts['onGivenUp']): void {
  if (fiber.memo?.['givenUp'] === true) return;
  onGivenUp?.(fiber, failure);
  fiber.rememberForRestart({ givenUp: true });
}

async function waitForRetry(fiber: Fiber): Promise<void> {
  const retryAt = fiber.memo?.['retryAt'];
  if (typeof retryAt !== 'number') return;
  await fiber.waitUntil(retryAt);
  fiber.memo = undefined;
}

/** Records the evaluation that failed, and gives the failure with a cause that names the state; anything else is thrown on. */
export function recordFailure(fiber: Fiber, problem: unknown): StateFailure {
  if (!(problem instanceof StateFailure)) throw problem;
  const failure = problem.placedIn(fiber.stateName, fiber.enteredEventId);
  if (failure.kind === 'evaluation' && problem.needsPlace) {
    const { error = '', cause = '', location } = failure;
    if (fiber.lastEventId === fiber.enteredEventId && fiber.stateType !== 'Wait')
      fiber.lastEventId = fiber.eventBeforeState;
    const more = { error, cause, state: fiber.stateName, ...(location !== undefined && { location }) };
    fiber.emit({ type: 'EvaluationFailed', shape: 'evaluationFailed', more });
    rememberFailure(fiber, failure);
  }
  return failure;
}

async function catchFailure(
  catchers: readonly Catcher[],
  fiber: Fiber,
  input: Json,
  failure: StateFailure,
): Promise<Transition> {
  const index = catchers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  const catcher = catchers[index];
  if (!catcher) throw failure;
  fiber.takes(`Catch[${index}]`);
  return exitState(fiber, await catcher.output(input, errorOutputOf(failure), fiber), catcher.next);
}

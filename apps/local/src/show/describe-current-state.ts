import type { HistoryEvent } from '@order-workflow/asl-engine';
import type { MachineFacts } from '../orders/read-machine-facts.ts';
import { formatDuration } from '../terminal/format-time.ts';
import { printable } from '../terminal/printable-text.ts';
import { describeRetry } from './render-step.ts';
import { type ShownStep, trackSteps } from './track-steps.ts';

/** Where an execution under way stands. */
export interface CurrentState {
  /** The state, and when it was entered. */
  readonly state: string;
  /** Changes with the attempt, and not between. */
  readonly attempt: string;
  /** Whether it waits for what is no failure, and may take days. */
  readonly awaits?: true;
  /** `order-12345 waits at Ship Order: retry 2 of 6 in 3.1 s (CarrierUnavailable)` */
  readonly text: string;
}

/** Says of an execution that is under way at which state it stands, and when that is tried next. `now` is its clock's. */
export function describeCurrentState(
  name: string,
  history: readonly HistoryEvent[],
  facts: Pick<MachineFacts, 'retryAfter'>,
  now: number,
): CurrentState | undefined {
  const steps = history.reduce<readonly ShownStep[]>(trackSteps, []);
  const step = steps.findLast(({ exitedAt }) => exitedAt === undefined);
  if (!step) return undefined;
  const { state, failures, enteredAt = now } = step;
  const [order, at] = [printable(name), printable(state)];
  const visit = `${state} ${enteredAt}`;
  const attempt = `${visit} ${failures.length} ${step.status}`;
  const errors = failures.map(({ error }) => error);
  const retry = step.status === 'caught' ? facts.retryAfter(state, errors) : undefined;
  const failedAt = history.at(-1)?.timestamp.getTime() ?? now;
  if (!retry)
    return { state: visit, attempt, text: `${order} is at ${at}: attempt ${failures.length + 1} is under way` };
  const left = formatDuration(Math.max(0, failedAt + retry.milliseconds - now));
  const why = printable(errors.at(-1) ?? '');
  const last = failures.at(-1);
  if (retry.awaits !== undefined && last) {
    const milliseconds = Math.max(0, failedAt + retry.milliseconds - now);
    return {
      state: visit,
      attempt,
      awaits: true,
      text: `${order} is ${printable(describeRetry(last, { ...retry, milliseconds }))}`,
    };
  }
  return {
    state: visit,
    attempt,
    text: `${order} waits at ${at}: retry ${retry.number} of ${retry.of} in ${left} (${why})`,
  };
}

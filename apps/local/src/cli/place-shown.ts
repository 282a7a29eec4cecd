import type { Clock, ExecutionResult } from '@order-workflow/asl-engine';
import { readMachineFacts } from '../read-machine-facts.ts';
import type { Workflow } from '../start-workflow.ts';
import { watchWaits } from '../watch-waits.ts';
import { liveShow } from './show/live-show.ts';
import { paintFor } from './show/paint.ts';
import { plainShow } from './show/plain-show.ts';
import { renderEnding } from './show/render-ending.ts';
import { renderMessage } from './show/render-message.ts';
import { renderOrder } from './show/render-order.ts';
import type { Step } from './show/step.ts';
import { trackSteps, waitingStep } from './show/track-steps.ts';

/** Places one order and shows its way through the workflow, the customer's message and how it ended. `inPlace`: a
 * terminal may be drawn over. */
export async function placeShown(
  workflow: Workflow,
  order: unknown,
  clock: Clock,
  stream: NodeJS.WriteStream,
  { inPlace }: { readonly inPlace: boolean },
): Promise<ExecutionResult> {
  const paint = paintFor(stream);
  const width = Math.min(stream.columns || 80, 100);
  const facts = readMachineFacts(workflow.stateMachine.definition);
  const print = (lines: readonly string[]) => stream.write(`${lines.join('\n')}\n`);

  print(renderOrder(order, paint));
  const drawable = stream.isTTY && process.env['TERM'] !== 'dumb';
  const show = drawable && inPlace ? liveShow(stream, paint, width) : plainShow(stream, paint, width);
  let steps: readonly Step[] = facts.happyPath.map(waitingStep);
  const change = (now: readonly Step[]) => {
    steps = now;
    show.update(steps);
  };
  const watch = watchWaits(clock, (milliseconds) => change(steps.map((step) => retrying(step, milliseconds))));

  function retrying(step: Step, milliseconds: number): Step {
    if (step.status !== 'caught' || step.exitedAt !== undefined) return step;
    const errors = step.failures.map(({ error }) => error);
    const retry = facts.retryAfter(step.state, errors);
    return retry
      ? { ...step, status: 'retrying', retry: { ...retry, milliseconds, until: Date.now() + milliseconds } }
      : step;
  }

  show.update(steps);
  const { execution } = workflow.place(order, {
    clock: watch.clock,
    onEvent(event) {
      watch.onEvent(event);
      change(trackSteps(steps, event));
    },
  });
  const result = await execution.result;
  show.finish(steps);
  for (const message of await workflow.services.inbox.take()) print(renderMessage(message, paint, width));
  print(renderEnding(result, steps, paint, width));
  return result;
}

import type { Clock, ExecutionResult, HistoryEvent } from '@order-workflow/asl-engine';
import type { PlacedOrder, PlaceOptions, RunningWorkflow } from '../orders/open-workflow.ts';
import { readMachineFacts } from '../orders/read-machine-facts.ts';
import { type WorkflowSettings, whatToDo } from '../orders/workflow-settings.ts';
import { paintFor } from '../terminal/paint.ts';
import { columnsOf, isDrawable } from '../terminal/terminal-features.ts';
import { type OrderShow, plainShow } from './order-show.ts';
import { renderEnding, renderWhatNext } from './render-ending.ts';
import { renderNotice } from './render-notice.ts';
import { renderOrder } from './render-order.ts';
import { type ShownStep, trackSteps, waitingStep } from './track-steps.ts';
import { watchWaits } from './watch-waits.ts';

interface ShownExecution {
  readonly order: unknown;
  readonly clock: Clock;
  readonly settings: Pick<WorkflowSettings, 'verbose' | 'fresh' | 'fastForward'>;
  /** Begins it, or goes on with it. */
  readonly begin: (options: PlaceOptions) => PlacedOrder;
  /** Of its state machine; of the one that takes orders unless given. */
  readonly definition?: string;
  /** What happened to it before it is begun: a redrive goes on from there. */
  readonly earlier?: readonly HistoryEvent[];
}

/** Shows an execution on standard output while it runs, then the customer's message and how it ended. */
export async function showExecution(workflow: RunningWorkflow, shown: ShownExecution): Promise<ExecutionResult> {
  const { order, clock, settings, begin, earlier = [], definition = workflow.assembly.stateMachine.definition } = shown;
  const stream = process.stdout;
  const paint = paintFor(stream);
  const width = Math.min(columnsOf(stream) ?? 80, 100);
  const facts = readMachineFacts(definition);
  const print = (lines: readonly string[]) => stream.write(lines.map((line) => `${line}\n`).join(''));

  // Nothing is drawn before the order is accepted: a conflict is told in one line.
  let steps: readonly ShownStep[] = earlier.reduce(trackSteps, facts.happyPath.map(waitingStep));
  let show: OrderShow | undefined;
  const change = (now: readonly ShownStep[]) => {
    steps = now;
    show?.update(steps);
  };
  const watch = watchWaits(clock, (milliseconds) => change(steps.map((step) => retrying(step, milliseconds))));

  function retrying(step: ShownStep, milliseconds: number): ShownStep {
    if (step.status !== 'caught' || step.exitedAt !== undefined) return step;
    const errors = step.failures.map(({ error }) => error);
    const retry = facts.retryAfter(step.state, errors);
    return retry
      ? { ...step, status: 'retrying', retry: { ...retry, milliseconds, until: Date.now() + milliseconds } }
      : step;
  }

  // What draws takes time to load, which is not spent where nothing is drawn, nor while the order runs.
  const drawing = isDrawable(stream, settings) ? await import('./live-show.ts') : undefined;
  const placed = begin({
    clock: watch.clock,
    onEvent(event) {
      watch.onEvent(event);
      change(trackSteps(steps, event));
    },
  });
  // While the first of them works, the others start.
  if (!placed.placedBefore) facts.functions.forEach(workflow.prepareFunction);
  print(renderOrder(order, paint));
  show = drawing?.liveShow(stream, { paint, width, whatToDo: whatToDo(settings) }) ?? plainShow(stream, paint, width);
  if (placed.placedBefore && earlier.length === 0) {
    await placed.execution.result;
    steps = placed.execution.history().reduce(trackSteps, facts.happyPath.map(waitingStep));
  }
  show.update(steps);
  const result = await placed.execution.result;
  show.finish(steps);
  print(renderNotice(result, workflow.messages, paint, width));
  print(renderEnding(result, steps, paint, width));
  print(
    renderWhatNext(placed, result, steps, { ...settings, again: earlier.length === 0 && placed.placedBefore }, paint),
  );
  return result;
}

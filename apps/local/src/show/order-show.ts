import { createLogUpdate } from 'log-update';
import type { Paint } from '../terminal/paint.ts';
import { printable, wrapText } from '../terminal/printable-text.ts';
import { describeRetry, renderStep } from './render-step.ts';
import type { ShownStep } from './track-steps.ts';

/** Where an order's way through the workflow is shown. */
export interface OrderShow {
  /** The steps as they stand now. */
  update(steps: readonly ShownStep[]): void;
  /** The steps as they stood at the end; nothing changes any more. */
  finish(steps: readonly ShownStep[]): void;
}

const frames = ['◐', '◓', '◑', '◒'];
const frameMs = 120;

/** A wait that is longer asks for what can be done. */
const patienceMs = 5_000;

interface LiveShowOptions {
  readonly paint: Paint;
  readonly width: number;
  readonly whatToDo: string;
}

/** Draws the steps in place on a terminal, the one under way turning. */
export function liveShow(stream: NodeJS.WriteStream, { paint, width, whatToDo }: LiveShowOptions): OrderShow {
  const screen = createLogUpdate(stream);
  let steps: readonly ShownStep[] = [];
  let frame = 0;
  const draw = () => {
    const spinner = frames[frame % frames.length] ?? '';
    const lines = steps.flatMap((step) => renderStep(countDown(step), paint, width, spinner));
    const waits = steps.some(({ retry }) => retry !== undefined && retry.milliseconds > patienceMs);
    const hint = waits ? wrapText(whatToDo, width - 4).map((line) => `    ${paint.quiet(line)}`) : [];
    screen([...lines, ...hint].join('\n'));
  };
  const turning = setInterval(() => {
    frame++;
    draw();
  }, frameMs);
  return {
    update(now) {
      steps = now;
      draw();
    },
    finish(now) {
      clearInterval(turning);
      steps = now;
      draw();
      screen.done();
    },
  };
}

/** A wait as long as it still is. */
function countDown(step: ShownStep): ShownStep {
  const { retry } = step;
  return retry ? { ...step, retry: { ...retry, milliseconds: Math.max(0, retry.until - Date.now()) } } : step;
}

/** The first retries are told each, and then fewer and fewer: an undo may be tried a thousand times. */
function isTold(retry: number): boolean {
  return retry <= 8 || Number.isInteger(Math.log2(retry));
}

/** Writes a line whenever a step ends or waits for a retry, of many for some: for logs and pipes, where nothing can be drawn over. */
export function plainShow(stream: NodeJS.WritableStream, paint: Paint, width: number): OrderShow {
  let written = 0;
  let retries = 0;
  const write = (step: ShownStep) => stream.write(`${renderStep(step, paint, width).join('\n')}\n`);

  function update(steps: readonly ShownStep[]): void {
    const entered = steps.findLastIndex(({ status }) => status !== 'waiting');
    for (const step of steps.slice(written, entered + 1)) {
      const last = step.failures.at(-1);
      if (step.status === 'retrying' && step.retry && last && step.failures.length > retries) {
        if (isTold(step.retry.number))
          stream.write(`  ↻ ${printable(step.state)}: ${printable(describeRetry(last, step.retry))}\n`);
        retries = step.failures.length;
      }
      if (step.status !== 'waiting' && step.exitedAt === undefined) return;
      write(step);
      written++;
      retries = 0;
    }
  }
  return {
    update,
    finish(steps) {
      update(steps);
      for (const step of steps.slice(written)) write(step);
    },
  };
}

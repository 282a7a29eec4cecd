import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable-text.ts';
import { describeRetry, renderStep } from './render-step.ts';
import type { ShownStep } from './track-steps.ts';

/** Where an order's way through the workflow is shown. */
export interface OrderShow {
  /** The steps as they stand now. */
  update(steps: readonly ShownStep[]): void;
  /** The steps as they stood at the end; nothing changes any more. */
  finish(steps: readonly ShownStep[]): void;
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

import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import type { OrderShow } from './order-show.ts';
import { describeRetry, renderStep } from './render-step.ts';
import type { Step } from './step.ts';

/** Writes a line whenever a step ends or waits for a retry: for logs and pipes, where nothing can be drawn over. */
export function plainShow(stream: NodeJS.WritableStream, paint: Paint, width: number): OrderShow {
  let written = 0;
  let retries = 0;
  const write = (step: Step) => stream.write(`${renderStep(step, paint, width).join('\n')}\n`);

  function update(steps: readonly Step[]): void {
    const entered = steps.findLastIndex(({ status }) => status !== 'waiting');
    for (const step of steps.slice(written, entered + 1)) {
      const last = step.failures.at(-1);
      if (step.status === 'retrying' && step.retry && last && step.failures.length > retries) {
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

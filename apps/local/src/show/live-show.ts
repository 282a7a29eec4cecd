import { createLogUpdate } from 'log-update';
import type { Paint } from '../terminal/paint.ts';
import { wrapText } from '../terminal/printable-text.ts';
import type { OrderShow } from './order-show.ts';
import { renderStep } from './render-step.ts';
import type { ShownStep } from './track-steps.ts';

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

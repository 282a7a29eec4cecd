import { createLogUpdate } from 'log-update';
import type { OrderShow } from './order-show.ts';
import type { Paint } from './paint.ts';
import { renderStep } from './render-step.ts';
import type { Step } from './step.ts';

const frames = ['◐', '◓', '◑', '◒'];
const frameMs = 120;

/** Draws the steps in place on a terminal, the one under way turning. */
export function liveShow(stream: NodeJS.WriteStream, paint: Paint, width: number): OrderShow {
  const screen = createLogUpdate(stream);
  let steps: readonly Step[] = [];
  let frame = 0;
  const draw = () => {
    const spinner = frames[frame % frames.length] ?? '';
    screen(steps.flatMap((step) => renderStep(countDown(step), paint, width, spinner)).join('\n'));
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
function countDown(step: Step): Step {
  const { retry } = step;
  return retry ? { ...step, retry: { ...retry, milliseconds: Math.max(0, retry.until - Date.now()) } } : step;
}

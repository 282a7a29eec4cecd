import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { assertHistoryFits, mostHistoryEvents, worstHistory } from '../src/policy/history-events.ts';
import { retryFor } from '../src/policy/retry-policies.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { aStage } from './a-stage.ts';

const { STANDARD } = timeLimits;
const day = 24 * 60 * 60;

/** A workflow whose undos are as patient as this. */
function undoneFor(...seconds: readonly number[]) {
  const undos = seconds.map((patienceSeconds, index) => ({
    stage: aStage(`do${index}`),
    undo: aStage(`undo${index}`, { patienceSeconds }),
  }));
  return planWorkflow({ steps: [{ stage: aStage('check') }, ...undos], notice: aStage('tell') });
}

describe('the most history events of an execution', () => {
  it('are those of every try along the worst way', () => {
    const seven = 2 + 3 * 7;
    const parked = 2 + 3 * 31;
    const undo = 2 + 3 * (retryFor(14 * day).maxAttempts + 1);
    expect(worstHistory(undoneFor(14 * day), STANDARD)).toEqual({
      events: 2 + 3 * seven + undo + parked,
      states: [
        { name: 'Check It', events: seven },
        { name: 'Do0 It', events: seven },
        { name: 'Undo0 It', events: undo },
        { name: 'Tell It', events: seven },
        { name: 'Park Notice', events: parked },
      ],
    });
  });

  it('fit, of the order workflow, with as many left for a redrive as an undo may need', () => {
    expect(worstHistory(planWorkflow(orderWorkflow), STANDARD).events).toBeLessThanOrEqual(mostHistoryEvents);
    expect(() => assertHistoryFits(planWorkflow(orderWorkflow), STANDARD)).not.toThrow();
  });

  it('are refused over 15,000, and the message says which state costs what', () => {
    const fortnights = undoneFor(...Array.from({ length: 4 }, () => 14 * day));
    expect(() => assertHistoryFits(fortnights, STANDARD)).toThrow(
      /^an execution may leave \d{5} history events, expected at most 15000, .*: Undo\d It 4055, Undo\d It 4055, .*Park Notice 95, .*; give stages less patience \(patienceSeconds\)$/,
    );
    expect(() => assertHistoryFits(undoneFor(14 * day, 14 * day, 14 * day), STANDARD)).not.toThrow();
  });
});

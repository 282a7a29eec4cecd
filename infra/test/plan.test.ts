import type { StageFacts } from '@order-workflow/order-domain';
import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import type { Step } from '../src/composition/workflow.ts';
import { aStage, Refused } from './a-stage.ts';

/** Each state's ways out, as `error → state`; the way on has no error. */
function waysOut(...steps: readonly Step[]): Record<string, string[]> {
  const plan = planWorkflow({ steps, notice: aStage('tell') });
  return Object.fromEntries(
    plan.map((planned) => {
      if (planned.kind === 'park') return [planned.name, []];
      if (planned.kind === 'standing') return [planned.name, [`yes → ${planned.forward}`, `no → ${planned.otherwise}`]];
      const caught = planned.catches.map(({ errors, next }) => `${errors.join(' ')} → ${next}`);
      return [planned.name, [...(planned.next ? [`→ ${planned.next}`] : []), ...caught]];
    }),
  );
}

const rejecting = { rejections: [Refused], rejectedAs: 'declined' } as const;
const check: StageFacts = aStage('check', { ...rejecting, rejectedAs: 'rejected' });

describe(planWorkflow, () => {
  it('lets a stage fail while nothing is held', () => {
    expect(waysOut({ stage: check })['Check It']).toEqual(['→ Tell It', 'Refused → Tell It']);
  });

  it('undoes a stage that failed before the stages before it, and a rejected one not at all', () => {
    const ways = waysOut(
      { stage: check },
      { stage: aStage('pay', rejecting), undo: aStage('refund') },
      { stage: aStage('ship', rejecting), undo: aStage('recall') },
    );
    expect(ways['Pay It']).toEqual(['→ Ship It', 'Refused → Tell It', 'States.ALL → Refund It']);
    expect(ways['Ship It']).toEqual(['→ Tell It', 'Refused → Refund It', 'States.ALL → Recall It']);
    expect(ways['Recall It']).toEqual(['→ Refund It']);
    expect(ways['Refund It']).toEqual(['→ Tell It']);
  });

  it('undoes what stands before a stage that has no undo of its own', () => {
    const ways = waysOut(
      { stage: check },
      { stage: aStage('pay'), undo: aStage('refund') },
      { stage: aStage('score') },
    );
    expect(ways['Score It']).toEqual(['→ Tell It', 'States.ALL → Refund It']);
  });

  it('passes over stages without an undo on the way back', () => {
    const ways = waysOut(
      { stage: check },
      { stage: aStage('reserve'), undo: aStage('release') },
      { stage: aStage('score') },
      { stage: aStage('pay'), undo: aStage('refund') },
    );
    expect(ways['Refund It']).toEqual(['→ Release It']);
  });

  it('goes forward when what was to be undone stands, also where stages follow', () => {
    const ways = waysOut(
      { stage: check },
      { stage: aStage('pay'), undo: aStage('refund') },
      { stage: aStage('ship'), undo: aStage('recall', { mayStand: 'ship' }) },
      { stage: aStage('thank') },
    );
    expect(ways['Recall It']).toEqual(['→ Ship Stands?']);
    expect(ways['Ship Stands?']).toEqual(['yes → Thank It', 'no → Refund It']);
  });

  it('never skips an undo: none has a Catch', () => {
    const plan = planWorkflow({
      steps: [{ stage: check }, { stage: aStage('pay'), undo: aStage('refund') }],
      notice: aStage('tell'),
    });
    expect(plan.find(({ name }) => name === 'Refund It')).toMatchObject({ catches: [] });
  });

  it('parks a notice that cannot be published, whatever the reason', () => {
    expect(waysOut({ stage: check })['Tell It']).toEqual(['States.ALL → Park Notice']);
  });

  it('decides the outcome at the last stage before the notice', () => {
    const plan = planWorkflow({
      steps: [{ stage: check }, { stage: aStage('pay') }, { stage: aStage('ship') }],
      notice: aStage('tell'),
    });
    const deciding = plan.filter((planned) => planned.output.includes('fulfilled')).map(({ name }) => name);
    expect(deciding).toEqual(['Ship It']);
  });
});

describe('a workflow that cannot be composed', () => {
  it.each<[string, readonly Step[], string]>([
    [
      'two stages with one key',
      [{ stage: aStage('pay') }, { stage: aStage('pay', { stateName: 'B', functionName: 'B' }) }],
      'Pay It and B leave their receipts under the key "pay"',
    ],
    [
      'two stages with one state name',
      [{ stage: aStage('a', { stateName: 'X' }) }, { stage: aStage('b', { stateName: 'X' }) }],
      'X and X are both called "X"',
    ],
    [
      'a key that the workflow writes itself',
      [{ stage: aStage('outcome') }],
      'Outcome It: key is "outcome", expected a camelCase name other than contract, order, outcome, failure',
    ],
    ['a key that is no name', [{ stage: aStage('a-b') }], 'key is "a-b", expected a camelCase name'],
    [
      'a rejection without an outcome',
      [{ stage: aStage('pay', { rejections: [Refused] }) }],
      'Pay It: rejectedAs is missing',
    ],
    [
      'an undo of something else',
      [{ stage: aStage('pay'), undo: aStage('refund', { mayStand: 'parcel' }) }],
      'Refund It: mayStand is "parcel", expected its stage\'s key "pay"',
    ],
  ])('is refused by name: %s', (_, steps, message) => {
    expect(() => planWorkflow({ steps, notice: aStage('tell') })).toThrow(message);
  });
});

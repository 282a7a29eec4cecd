import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { fault, type StageFacts } from '@order-workflow/stage-kit';
import { validateOrder } from '@order-workflow/validate';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { planWorkflow } from '../src/composition/plan.ts';
import type { Step } from '../src/composition/workflow.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { aStage, Refused } from './a-stage.ts';

/** Each state's ways out, as `error → state`; the way on has no error. */
function waysOut(...steps: readonly Step[]): Record<string, string[]> {
  const plan = planWorkflow({ steps, notice: aStage('tell') });
  return Object.fromEntries(
    plan.map((planned) => {
      if (planned.kind === 'standing')
        return [planned.name, [...planned.forward.map(({ next }) => `yes → ${next}`), `no → ${planned.otherwise}`]];
      if (planned.kind !== 'stage') return [planned.name, 'next' in planned ? [`→ ${planned.next}`] : []];
      const caught = planned.catches.map(({ errors, next }) => `${errors.join(' ')} → ${next}`);
      return [planned.name, [...(planned.next ? [`→ ${planned.next}`] : []), ...caught]];
    }),
  );
}

const rejecting = { rejections: [Refused], rejectedAs: 'declined' } as const;
class Away extends fault('Away') {}
class Slow extends fault('Slow') {}
const awaitingSlow = { faults: [Slow], awaits: { fault: Slow, stateName: 'Wait For It' } };
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

  it('goes forward when what was to be undone stands: to the stages behind it once, and to the notice when one of them failed', () => {
    const steps = [
      { stage: check },
      { stage: aStage('pay'), undo: aStage('refund') },
      { stage: aStage('ship'), undo: aStage('recall', { mayStand: 'ship' }) },
      { stage: aStage('thank', rejecting), undo: aStage('unthank') },
    ];
    const ways = waysOut(...steps);
    expect(ways['Ship It']).toEqual(['→ Thank It', 'States.ALL → Recall It']);
    expect(ways['Recall It']).toEqual(['→ Ship Stands?']);
    expect(ways['Ship Stands?']).toEqual(['yes → Thank It', 'yes → Tell It', 'no → Refund It']);
    // What was found standing once is not asked for again.
    expect(ways['Thank It']).toEqual(['→ Tell It', 'Refused → Ship Stands Already?', 'States.ALL → Unthank It']);
    expect(ways['Unthank It']).toEqual(['→ Ship Stands Already?']);
    expect(ways['Ship Stands Already?']).toEqual(['yes → Tell It', 'no → Recall It']);
    const [first] = planWorkflow({ steps, notice: aStage('tell') }).flatMap((planned) =>
      planned.name === 'Ship Stands?' && planned.kind === 'standing' ? [planned.forward[0]] : [],
    );
    expect(first?.condition).toContain('$states.input.failure.stage = "ship"');
  });

  it('goes to the notice when it stands and no stage follows', () => {
    const recall = aStage('recall', { mayStand: 'ship' });
    const ways = waysOut({ stage: check }, { stage: aStage('ship'), undo: recall });
    expect(ways['Ship Stands?']).toEqual(['yes → Tell It', 'no → Tell It']);
  });

  it('retries at a state all that its stage may meet for the longest time that is said of any of it', () => {
    const faults = [Away, Slow];
    const steps = [
      { stage: check },
      { stage: aStage('pay', { faults, patienceSeconds: { Away: 60, Slow: 6 * 3600 } }), undo: aStage('refund') },
    ];
    const plan = planWorkflow({ steps, notice: aStage('tell', { faults, patienceSeconds: 90 }) });
    const patience = (name: string) => plan.find((planned) => planned.name === name);
    // One Retry a state: scattered faults of one kind do not use up the time of another.
    expect(patience('Pay It')).toMatchObject({ retried: ['Away', 'Slow'], patienceSeconds: 6 * 3600 });
    expect(patience('Tell It')).toMatchObject({ retried: ['Away', 'Slow'], patienceSeconds: 90 });
  });

  it('tries an undo for 25 hours at least, whatever its manifest says: a gateway may repeat its own failure for a day', () => {
    const steps = (seconds: number) => [
      { stage: check },
      { stage: aStage('pay'), undo: aStage('refund', { patienceSeconds: seconds }) },
    ];
    const tried = (seconds: number) =>
      planWorkflow({ steps: steps(seconds), notice: aStage('tell') }).find(({ name }) => name === 'Refund It');
    expect(tried(60)).toMatchObject({ patienceSeconds: 25 * 3600 });
    expect(tried(26 * 3600)).toMatchObject({ patienceSeconds: 26 * 3600 });
  });

  const awaiting = {
    faults: [Away, Slow],
    patienceSeconds: { Away: 60, Slow: 5 * 24 * 3600 },
    awaits: { fault: Slow, stateName: 'Wait For It' },
  };

  it('waits for what a stage awaits in a state of its own, with the ways out that the stage has', () => {
    const steps = [
      { stage: check },
      { stage: aStage('pay', { ...rejecting, ...awaiting }), undo: aStage('refund') },
      { stage: aStage('ship') },
    ];
    const ways = waysOut(...steps);
    const others = ['Refused → Tell It', 'States.ALL → Refund It'];
    expect(ways['Pay It']).toEqual(['→ Ship It', 'Slow → Wait For It', ...others]);
    expect(ways['Wait For It']).toEqual(['→ Ship It', ...others]);
    const plan = planWorkflow({ steps, notice: aStage('tell') });
    const state = (name: string) => plan.find((planned) => planned.name === name);
    expect(state('Pay It')).toMatchObject({ retried: ['Away'], patienceSeconds: 60 });
    // All may recur in so long a time: a few faults of another kind must not end it.
    expect(state('Wait For It')).toMatchObject({
      retried: ['Away', 'Slow'],
      patienceSeconds: 5 * 24 * 3600,
      awaits: true,
    });
    expect(state('Wait For It')).toMatchObject({ stage: { key: 'pay' } });
  });

  it('announces an undo that is accepted, and waits for it then, whatever comes of the announcement', () => {
    const awaits = { ...awaiting.awaits, announcedIn: 'Say It Comes' };
    const ways = waysOut({ stage: check }, { stage: aStage('pay'), undo: aStage('refund', { ...awaiting, awaits }) });
    expect(ways['Refund It']).toEqual(['→ Tell It', 'Slow → Say It Comes']);
    expect(ways['Say It Comes']).toEqual(['→ Wait For It', 'States.ALL → Wait For It']);
    expect(ways['Wait For It']).toEqual(['→ Tell It']);
  });

  it('calls the notice’s function to announce an undo with that undo’s key, so that it does not end the order yet', () => {
    const awaits = { ...awaiting.awaits, announcedIn: 'Say It Comes' };
    const plan = planWorkflow({
      steps: [{ stage: check }, { stage: aStage('pay'), undo: aStage('refund', { ...awaiting, awaits }) }],
      notice: aStage('tell'),
    });
    const payloadOf = (name: string) => JSON.stringify(plan.find((planned) => planned.name === name));
    expect(payloadOf('Say It Comes')).toContain(JSON.stringify('"announcing": "refund"').slice(1, -1));
    expect(payloadOf('Tell It')).not.toContain('announcing');
  });

  it('announces it also where other undos follow, and waits without a word only where one of them may end it otherwise', () => {
    const awaits = { ...awaiting.awaits, announcedIn: 'Say It Comes' };
    const pay = { stage: aStage('pay'), undo: aStage('refund', { ...awaiting, awaits }) };
    const others = waysOut({ stage: check }, { stage: aStage('reserve'), undo: aStage('release') }, pay);
    expect(others['Refund It']).toEqual(['→ Release It', 'Slow → Say It Comes']);
    expect(others['Say It Comes']).toEqual(['→ Wait For It', 'States.ALL → Wait For It']);
    expect(others['Wait For It']).toEqual(['→ Release It']);
    const recall = aStage('recall', { mayStand: 'ship' });
    const ways = waysOut({ stage: check }, { stage: aStage('ship'), undo: recall }, pay);
    expect(ways['Refund It']).toEqual(['→ Ship Stands Already?', 'Slow → Wait For It']);
    expect(ways['Wait For It']).toEqual(['→ Ship Stands Already?']);
    expect(ways['Say It Comes']).toBeUndefined();
  });

  it('never skips an undo: none has a Catch', () => {
    const plan = planWorkflow({
      steps: [{ stage: check }, { stage: aStage('pay'), undo: aStage('refund') }],
      notice: aStage('tell'),
    });
    expect(plan.find(({ name }) => name === 'Refund It')).toMatchObject({ catches: [] });
  });

  it('ends where the order is another execution’s, from the first stage and from the notice, and undoes nothing', () => {
    const first = aStage('check', { notOwned: Refused });
    const plan = planWorkflow({ steps: [{ stage: first }], notice: aStage('tell', { notOwned: Refused }) });
    for (const name of ['Check It', 'Tell It'])
      expect(plan.find((planned) => planned.name === name)).toMatchObject({
        catches: expect.arrayContaining([
          expect.objectContaining({ errors: ['Refused'], next: 'Order Already Placed', outcome: 'duplicate' }),
        ]),
      });
    expect(plan.at(-1)).toEqual({ kind: 'placed', name: 'Order Already Placed' });
    const between = { stage: aStage('pay', { notOwned: Refused }), undo: aStage('refund') };
    expect(() => planWorkflow({ steps: [{ stage: check }, between], notice: aStage('tell') })).toThrow(
      'Pay It: notOwned is Refused, expected of the first stage and the notice alone',
    );
  });

  it('parks a notice that cannot be published, whatever the reason', () => {
    expect(waysOut({ stage: check })['Tell It']).toEqual(['States.ALL → Park Notice']);
  });

  it('decides the outcome at the last stage before the notice', () => {
    const plan = planWorkflow({
      steps: [{ stage: check }, { stage: aStage('pay') }, { stage: aStage('ship') }],
      notice: aStage('tell'),
    });
    const deciding = plan
      .filter((planned) => 'output' in planned && planned.output.includes('fulfilled'))
      .map(({ name }) => name);
    expect(deciding).toEqual(['Ship It']);
  });
});

/** A stage that cannot do without these keys of the record. */
const needing = (key: string, ...keys: readonly string[]) =>
  aStage(key, { needs: z.object(Object.fromEntries(keys.map((one) => [one, z.object({})]))) });
const perhaps = (key: string, read: string) => aStage(key, { needs: z.object({ [read]: z.optional(z.object({})) }) });

describe('a workflow composed without the compiler, as in JavaScript', () => {
  it('finds what its stages need', () => {
    const steps = [
      { stage: needing('check', 'contract', 'order', 'execution') },
      { stage: needing('pay', 'check'), undo: needing('refund', 'check') },
      { stage: needing('ship', 'check', 'pay'), undo: perhaps('recall', 'ship') },
    ];
    expect(() => planWorkflow({ steps, notice: needing('tell', 'order', 'outcome') })).not.toThrow();
    expect(() => planWorkflow(orderWorkflow)).not.toThrow();
  });

  it.each<[string, readonly Step[], StageFacts, string]>([
    [
      'shipping before payment',
      [{ stage: check }, { stage: needing('ship', 'pay') }, { stage: aStage('pay') }],
      aStage('tell'),
      'Ship It: needs "pay" of the record, which is not certain to be there; Pay It leaves it: put that before Ship It',
    ],
    [
      'the real stages in another order',
      [
        { stage: validateOrder },
        { stage: shipOrder, undo: cancelShipment },
        { stage: processPayment, undo: refundPayment },
      ],
      notifyCustomer,
      'Ship Order: needs "payment" of the record, which is not certain to be there; Process Payment leaves it: put that before Ship Order',
    ],
    [
      'a first stage that reads what nobody left',
      [{ stage: needing('pay', 'check') }, { stage: check }],
      aStage('tell'),
      'Pay It: needs "check" of the record, which is not certain to be there; Check It leaves it: put that before Pay It',
    ],
    [
      'an undo that counts on a later stage',
      [{ stage: check }, { stage: aStage('pay'), undo: needing('refund', 'ship') }, { stage: aStage('ship') }],
      aStage('tell'),
      'Refund It: needs "ship" of the record, which is not certain to be there; Ship It leaves it: put that before Pay It',
    ],
    [
      "an undo that counts on its own stage's receipt",
      [{ stage: check }, { stage: aStage('pay'), undo: needing('refund', 'pay') }],
      aStage('tell'),
      'Refund It: needs "pay" of the record, which is not certain to be there; Pay It leaves it only if it succeeds: read it as optional',
    ],
    [
      'a notice that counts on an order that went well',
      [{ stage: check }, { stage: aStage('ship') }],
      needing('tell', 'ship'),
      'Tell It: needs "ship" of the record, which is not certain to be there; Ship It leaves it only if the order comes so far: read it as optional',
    ],
    [
      'a stage that reads what none leaves',
      [{ stage: check }, { stage: needing('wrap', 'paper') }],
      aStage('tell'),
      'Wrap It: needs "paper" of the record, which is not certain to be there; no stage of this workflow leaves it',
    ],
  ])('is refused by name where they would not: %s', (_, steps, notice, message) => {
    expect(() => planWorkflow({ steps, notice })).toThrow(new TypeError(message));
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
      'two stages with one word',
      [{ stage: aStage('a', { word: 'x' }) }, { stage: aStage('b', { word: 'x' }) }],
      'A It and B It are both called, for short, "x"',
    ],
    [
      'a stage whose word is the state of another in lower case',
      [{ stage: aStage('a', { word: 'b-it' }) }, { stage: aStage('b') }],
      'A It and B It are both called, for short, "b-it"',
    ],
    [
      'a word that is no word',
      [{ stage: aStage('a', { word: 'a=b' }) }],
      'A It: word is "a=b", expected lower-case letters, digits and hyphens',
    ],
    [
      'a patience without an end',
      [{ stage: aStage('a', { patienceSeconds: Number.POSITIVE_INFINITY }) }],
      'A It: patienceSeconds is Infinity, expected whole seconds, a year (31536000) at most',
    ],
    [
      'a patience of less than no time',
      [{ stage: aStage('a', { patienceSeconds: -1 }) }],
      'A It: patienceSeconds is -1',
    ],
    [
      'a first stage that awaits something',
      [{ stage: aStage('a', awaitingSlow) }],
      'A It: awaits is given, expected of the stages between the first and the notice alone',
    ],
    [
      'a stage that awaits what is none of its faults',
      [{ stage: check }, { stage: aStage('a', { awaits: awaitingSlow.awaits }) }],
      'A It: awaits Slow, expected one of its faults: it has none',
    ],
    [
      'a state of waiting that is called like a stage',
      [{ stage: check }, { stage: aStage('a', { ...awaitingSlow, awaits: { fault: Slow, stateName: 'Check It' } }) }],
      'Check It and Check It are both called "Check It"',
    ],
    [
      'a fault of which nothing is said',
      [{ stage: aStage('a', { faults: [Away, Slow], patienceSeconds: { Slow: 60 } }) }],
      'A It: patienceSeconds says nothing of Away, expected seconds for each of its faults',
    ],
    [
      'the patience of a fault that the stage does not have',
      [{ stage: aStage('a', { faults: [Away], patienceSeconds: { Away: 60, Slow: 60 } }) }],
      'A It: patienceSeconds names Slow, expected one of its faults: Away',
    ],
    [
      'a patience of half a second with a fault',
      [{ stage: aStage('a', { faults: [Away], patienceSeconds: { Away: 0.5 } }) }],
      'A It: patienceSeconds.Away is 0.5, expected whole seconds, a year (31536000) at most',
    ],
    [
      'a patience by fault where there are none',
      [{ stage: aStage('a', { patienceSeconds: {} }) }],
      'A It: patienceSeconds is by fault, expected one number, since it has no faults',
    ],
    [
      'a key that the workflow writes itself',
      [{ stage: aStage('outcome') }],
      'Outcome It: key is "outcome", expected a camelCase name other than contract, order, outcome, failure',
    ],
    [
      'words by which the order is withheld, of a stage that is given it',
      [{ stage: aStage('a') }, { stage: aStage('b', { withheldWhere: 'x' }) }],
      'B It: withheldWhere is given, expected of the first stage alone, which opens the record',
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

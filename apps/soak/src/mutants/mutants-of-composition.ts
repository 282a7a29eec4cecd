import type { Mutant } from './mutant.ts';

const plan = 'infra/src/composition/plan.ts';
const undoOfFailure = 'const undoOfFailure = undo ?? nearestUndo(steps, index - 1);';
const caughtFailure =
  "[{ errors: ['States.ALL'], output: noteFailure(stage.key, 'refunded'), next: undoOfFailure.stateName }]";
const planUndoTail = '    output: addReceipt(undo.key),\n    catches: [],';

/** Ways to compose the stages wrongly. */
export const mutantsOfComposition: readonly Mutant[] = [
  {
    name: 'a failed payment is not caught',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: undoOfFailure,
    becomes: `const undoOfFailure = stage.key === 'payment' ? undefined : (undo ?? nearestUndo(steps, index - 1));`,
  },
  {
    name: 'a failed shipment is not caught',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: undoOfFailure,
    becomes: `const undoOfFailure = stage.key === 'shipment' ? undefined : (undo ?? nearestUndo(steps, index - 1));`,
  },
  {
    name: 'a failed notice is not caught, and so not parked',
    breaks: 'the customer is told, once',
    file: plan,
    text: "catches: [{ errors: ['States.ALL'], output: noteUndelivered(notice.key), next: parkName }],",
    becomes: 'catches: [],',
  },
  {
    name: "a stage's Catch names only its own faults",
    breaks: 'nothing held unless shipped',
    file: plan,
    text: caughtFailure,
    becomes: caughtFailure.replace("['States.ALL']", 'stage.faults.map(({ errorName }) => errorName)'),
  },
  {
    name: "a stage's Catch does not take time-outs",
    breaks: 'nothing held unless shipped',
    file: plan,
    text: caughtFailure,
    becomes: caughtFailure.replace('States.ALL', 'States.TaskFailed'),
  },
  {
    name: 'a rejection leads to the notice, past the undos of earlier stages',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: 'next: undoBefore.stateName',
    becomes: 'next: notice.stateName',
  },
  {
    name: 'a rejected order is not told of',
    breaks: 'fails only where a person must act',
    file: plan,
    text: '...(rejected.length > 0 && stage.rejectedAs',
    becomes: '...(!first && rejected.length > 0 && stage.rejectedAs',
  },
  {
    name: 'a failed stage undoes the stage before it instead of itself',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: undoOfFailure,
    becomes: 'const undoOfFailure = nearestUndo(steps, index - 1) ?? undo;',
  },
  {
    name: 'after Cancel Shipment the customer is told, and the refund skipped',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: 'otherwise: back,',
    becomes: 'otherwise: notice.stateName,',
  },
  {
    name: 'a parcel on its way is refunded all the same',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: 'if (undo.mayStand === undefined) return',
    becomes: 'if (undo.key) return',
  },
  {
    name: 'an undo that cannot finish is skipped',
    breaks: 'nothing held unless shipped',
    file: plan,
    text: planUndoTail,
    becomes: planUndoTail.replace(
      '[]',
      `[{ errors: ['States.ALL'], output: noteFailure(undo.key, 'refunded'), next: notice.stateName }]`,
    ),
  },
  {
    name: 'an order that failed to ship counts as fulfilled',
    breaks: 'the record says what happened',
    file: plan,
    text: caughtFailure,
    becomes: caughtFailure.replace('refunded', 'fulfilled'),
  },
  {
    name: 'an order whose parcel turned out to be on its way counts as refunded',
    breaks: 'the record says what happened',
    file: plan,
    text: 'output: takeStanding(undo.key, stage.key, outcomeAfter(steps, index)),',
    becomes: 'output: takeStanding(undo.key, stage.key),',
  },
  {
    name: 'a parked notice forgets whose it is',
    breaks: 'the customer is told, once',
    file: plan,
    text: 'messageBody: recordAsText,',
    becomes: "messageBody: '{}',",
  },
];

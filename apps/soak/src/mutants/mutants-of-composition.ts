import type { Mutant } from './mutant.ts';
import { drop, replace, swap } from './operators.ts';

/** Ways to compose the stages wrongly. */
export const mutantsOfComposition: readonly Mutant[] = [
  {
    name: 'a failed payment is not caught',
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'const undoOfFailure',
    operator: replace((undo) => `stage.key === 'payment' ? undefined : (${undo})`),
  },
  {
    name: 'a failed shipment is not caught',
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'const undoOfFailure',
    operator: replace((undo) => `stage.key === 'shipment' ? undefined : (${undo})`),
  },
  {
    name: 'a failed notice is not caught, and so not parked',
    breaks: 'the customer is told, once',
    in: 'planWorkflow',
    at: 'function planNotice > property catches',
    operator: replace('[]'),
  },
  {
    name: "a stage's Catch names only its own faults",
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'function planStage > literal States.ALL',
    operator: replace('...stage.faults.map(({ errorName }) => errorName)'),
  },
  {
    name: "a stage's Catch does not take time-outs",
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'function planStage > literal States.ALL',
    operator: replace("'States.TaskFailed'"),
  },
  {
    name: 'a rejection leads to the notice, past the undos of earlier stages',
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'use undoBefore',
    operator: replace('notice.stateName'),
  },
  {
    name: 'a rejected order is not told of',
    breaks: 'fails only where a person must act',
    in: 'planWorkflow',
    at: 'condition rejectedAs',
    operator: replace((rejects) => `!first && ${rejects}`),
  },
  {
    name: 'a failed stage undoes the stage before it instead of itself',
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'const undoOfFailure',
    operator: swap,
  },
  {
    name: 'after Cancel Shipment the customer is told, and the refund skipped',
    breaks: 'nothing held unless shipped',
    in: 'planStanding',
    at: 'use back',
    operator: replace('notice.stateName'),
  },
  {
    name: 'a parcel on its way is refunded all the same',
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'function planUndo > condition mayStand',
    operator: replace('undo.key'),
  },
  {
    name: 'an undo that cannot finish is skipped',
    breaks: 'nothing held unless shipped',
    in: 'planWorkflow',
    at: 'function planUndo > property catches',
    operator: replace(
      "[{ errors: ['States.ALL'], output: noteFailure(undo.key, 'refunded'), next: notice.stateName }]",
    ),
  },
  {
    name: 'an order that failed to ship counts as fulfilled',
    breaks: 'the record says what happened',
    in: 'planWorkflow',
    at: 'function planStage > literal refunded',
    operator: replace("'fulfilled'"),
  },
  {
    name: 'an order whose parcel turned out to be on its way counts as refunded',
    breaks: 'the record says what happened',
    in: 'planStanding',
    at: 'argument 3 of takeStanding',
    operator: drop,
  },
  {
    name: 'a parked notice forgets whose it is',
    breaks: 'the customer is told, once',
    in: 'planWorkflow',
    at: 'property messageBody',
    operator: replace("'{}'"),
  },
];

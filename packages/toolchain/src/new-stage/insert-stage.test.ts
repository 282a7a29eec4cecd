import { describe, expect, it } from 'vitest';
import { insertStage } from './insert-stage.ts';
import { stageNames } from './stage-names.ts';

const names = stageNames('gift-wrap', 'Wrap Gift');
const source = `import { receive } from './composition/workflow.ts';

export const orderWorkflow = receive(validateOrder)
  .next(processPayment, { undo: refundPayment })
  .next(shipOrder, {
    undo: cancelShipment,
  })
  .tell(notifyCustomer);
`;

/** The sentence, without the imports and on one line. */
const sentence = (text: string) => /export[^;]*;/.exec(text)?.[0].replaceAll(/\s+/g, ' ');

describe(insertStage, () => {
  it.each([
    [undefined, 'receive(validateOrder) .next(wrapGift) .next(processPayment'],
    ['validateOrder', 'receive(validateOrder) .next(wrapGift) .next(processPayment'],
    ['processPayment', '{ undo: refundPayment }) .next(wrapGift) .next(shipOrder'],
    ['shipOrder', '{ undo: cancelShipment, }) .next(wrapGift) .tell(notifyCustomer)'],
  ])('puts a stage after %s', (after, words) => {
    const changed = insertStage(source, names, after);
    expect(sentence(changed)).toContain(words);
    expect(changed).toContain("import { wrapGift } from '@order-workflow/gift-wrap';\n");
  });

  it('puts a stage with what undoes it', () => {
    const changed = insertStage(source, stageNames('gift-wrap', 'Wrap Gift', 'Unwrap Gift'), 'processPayment');
    expect(sentence(changed)).toContain(
      '{ undo: refundPayment }) .next(wrapGift, { undo: unwrapGift }) .next(shipOrder',
    );
    expect(changed).toContain("import { unwrapGift, wrapGift } from '@order-workflow/gift-wrap';\n");
  });

  it('names the stages that there are when it is to stand after another one', () => {
    expect(() => insertStage(source, names, 'notifyCustomer')).toThrow(
      '--after: given "notifyCustomer", expected one of validateOrder, processPayment, shipOrder',
    );
  });
});

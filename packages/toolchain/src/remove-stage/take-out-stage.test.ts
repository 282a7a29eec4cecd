import { describe, expect, it } from 'vitest';
import { insertStage } from '../new-stage/insert-stage.ts';
import { stageNames } from '../new-stage/stage-names.ts';
import { takeOutStage } from './take-out-stage.ts';

const source = `import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { validateOrder } from '@order-workflow/validate';
import { receive } from './composition/workflow.ts';

export const orderWorkflow = receive(validateOrder)
  .next(processPayment, {
    undo: refundPayment,
  })
  .tell(notifyCustomer);
`;

describe(takeOutStage, () => {
  it.each([
    ['a stage', stageNames('gift-wrap', 'Wrap Gift')],
    ['a stage with what undoes it', stageNames('gift-wrap', 'Wrap Gift', 'Unwrap Gift')],
  ])('takes out %s, as if it had never been put in', (_, names) => {
    for (const after of ['validateOrder', 'processPayment'])
      expect(takeOutStage(insertStage(source, names, after), '@order-workflow/gift-wrap')).toBe(source);
  });

  it('takes out a stage of several lines, and leaves the others', () => {
    expect(
      takeOutStage(source, '@order-workflow/payment'),
    ).toBe(`import { notifyCustomer } from '@order-workflow/notify';
import { validateOrder } from '@order-workflow/validate';
import { receive } from './composition/workflow.ts';

export const orderWorkflow = receive(validateOrder)
  .tell(notifyCustomer);
`);
  });

  it('leaves a sentence as it is in which it does not stand', () => {
    expect(takeOutStage(source, '@order-workflow/pay')).toBe(source);
  });

  it.each([
    ['@order-workflow/validate', 'validateOrder is the first stage of the sentence'],
    ['@order-workflow/notify', 'notifyCustomer is the last stage of the sentence'],
  ])('refuses to take out the stage of %s, which a sentence needs', (name, words) => {
    expect(() => takeOutStage(source, name)).toThrow(words);
  });
});

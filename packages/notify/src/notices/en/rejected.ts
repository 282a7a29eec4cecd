import { reasonsOf } from '@order-workflow/order-domain';
import type { Words } from '../wording.ts';
import { moneyBack, orderAgain } from './money-back.ts';

/** The order was not valid; or a stage behind its payment rejected it. */
export const rejected: Words = (record) => {
  const { failure, refund } = record;
  const reasons = failure ? reasonsOf(failure) : [];
  return {
    subject: 'could not be accepted',
    paragraphs: [
      `We could not accept your order. ${refund ? moneyBack(record) : 'Nothing has been charged.'}`,
      ...(reasons.length > 0
        ? [['What needs to change:', ...reasons.map((reason) => `  - ${reason}`)].join('\n')]
        : []),
      refund?.status === 'on-its-way' ? orderAgain(record) : 'You are welcome to correct it and order again.',
    ],
  };
};

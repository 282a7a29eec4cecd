import { reasonsOf } from '@order-workflow/order-domain';
import type { Words } from '../wording.ts';

/** The order was not valid. */
export const rejected: Words = ({ failure }) => {
  const reasons = failure ? reasonsOf(failure) : [];
  return {
    subject: 'could not be accepted',
    paragraphs: [
      'We could not accept your order. Nothing has been charged.',
      ...(reasons.length > 0
        ? [['What needs to change:', ...reasons.map((reason) => `  - ${reason}`)].join('\n')]
        : []),
      'You are welcome to correct it and order again.',
    ],
  };
};

import { reasonsOf } from '@order-workflow/order-domain';
import type { Words } from '../wording.ts';
import { orderLines } from './order-lines.ts';

/** The payment was refused. */
export const declined: Words = (record) => {
  const reasons = record.failure ? reasonsOf(record.failure) : [];
  return {
    subject: 'payment declined',
    paragraphs: [
      'Your payment was declined, so nothing has been charged and nothing will be sent.',
      ...(reasons.length > 0 ? [reasons.join('\n')] : []),
      ...orderLines(record),
      'You are welcome to order again with another way to pay.',
    ],
  };
};

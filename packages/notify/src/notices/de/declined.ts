import { reasonsOf } from '@order-workflow/order-domain';
import type { Words } from '../wording.ts';
import { orderLines } from './order-lines.ts';

/** The payment was refused. The reason is the stage's own sentence, which is English. */
export const declined: Words = (record) => {
  const reasons = record.failure ? reasonsOf(record.failure) : [];
  return {
    subject: 'Zahlung abgelehnt',
    paragraphs: [
      'Ihre Zahlung wurde abgelehnt. Es wurde nichts abgebucht, und es wird nichts verschickt.',
      ...(reasons.length > 0 ? [['Der Grund, auf Englisch:', ...reasons].join('\n')] : []),
      ...orderLines(record),
      'Sie können gern mit einer anderen Zahlungsart wieder bestellen.',
    ],
  };
};

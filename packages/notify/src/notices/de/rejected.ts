import { reasonsOf } from '@order-workflow/order-domain';
import type { Words } from '../wording.ts';
import { moneyBack, orderAgain } from './money-back.ts';

/**
 * The order was not valid; or a stage behind its payment rejected it. What needs to change is said by the stage's own rules, which are
 * English.
 */
export const rejected: Words = (record) => {
  const { failure, refund } = record;
  const reasons = failure ? reasonsOf(failure) : [];
  return {
    subject: 'nicht angenommen',
    paragraphs: [
      `Wir konnten Ihre Bestellung nicht annehmen. ${refund ? moneyBack(record) : 'Es wurde nichts berechnet.'}`,
      ...(reasons.length > 0
        ? [['Was sich ändern muss, auf Englisch:', ...reasons.map((reason) => `  - ${reason}`)].join('\n')]
        : []),
      refund?.status === 'on-its-way' ? orderAgain(record) : 'Sie können sie gern berichtigen und wieder bestellen.',
    ],
  };
};

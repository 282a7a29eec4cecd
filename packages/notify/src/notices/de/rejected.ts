import { reasonsOf } from '@order-workflow/order-domain';
import type { Words } from '../wording.ts';

/** The order was not valid. What needs to change is said by the stage's own rules, which are English. */
export const rejected: Words = ({ failure }) => {
  const reasons = failure ? reasonsOf(failure) : [];
  return {
    subject: 'nicht angenommen',
    paragraphs: [
      'Wir konnten Ihre Bestellung nicht annehmen. Es wurde nichts berechnet.',
      ...(reasons.length > 0
        ? [['Was sich ändern muss, auf Englisch:', ...reasons.map((reason) => `  - ${reason}`)].join('\n')]
        : []),
      'Sie können sie gern berichtigen und wieder bestellen.',
    ],
  };
};

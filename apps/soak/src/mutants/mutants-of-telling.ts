import type { Mutant } from './mutant.ts';
import { replace } from './operators.ts';

/** Ways to tell the customer twice, or not at all. */
export const mutantsOfTelling: readonly Mutant[] = [
  {
    name: 'the id of a notice has a random part',
    breaks: 'the customer is told, once',
    in: 'composeNotice',
    at: 'argument 2 of operationKey',
    operator: replace((id) => `${id}.concat(\`-\${Math.random()}\`)`),
  },
  {
    name: 'a notice that could not be published is taken for published',
    breaks: 'the customer is told, once',
    in: 'closeAndNotify',
    at: 'function tell > case unavailable > return',
    operator: replace("leave({ status: 'published', notificationId: notice.notificationId, messageId: 'none' })"),
  },
  {
    name: 'a declined order is told of as refunded',
    breaks: 'the record says what happened',
    in: 'processPayment',
    at: 'property rejectedAs',
    operator: replace("'refunded'"),
  },
];

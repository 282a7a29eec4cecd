import type { ForgottenCustomer } from '../../src/order-store/index.ts';

/** What was forgotten, and what is to be asked for again, in lines. Order ids are no secret: a customer's address is not repeated. */
export function showForgotten({ forgotten, underway, unanswered }: ForgottenCustomer): readonly string[] {
  const ids = (orderIds: readonly string[]) => orderIds.map((orderId) => JSON.stringify(orderId)).join(', ');
  return [
    forgotten.length === 0 ? 'No ended order of this customer is known.' : `Forgotten: whose ${ids(forgotten)} was.`,
    ...underway.map(
      ({ orderId, status }) => `Not yet: ${JSON.stringify(orderId)} is ${status}. Ask again when it has ended.`,
    ),
    ...(unanswered.length > 0 ? [`Not known: the table did not answer for ${ids(unanswered)}. Ask again.`] : []),
  ];
}

/** What of a deployment no program can erase, or not this one, and when it goes by itself. */
export const keptElsewhere: readonly string[] = [
  'What stays, and for how long:',
  '- histories of Step Functions hold what was ordered, name and address, for 90 days after the end of the execution: nobody can erase them;',
  '- backups of the table go back 35 days;',
  '- a notice that could not be told, or a letter that could not be sent, waits in its queue for 14 days: delete it there;',
  '- the list of suppressed addresses of Amazon SES, where a letter came back: aws sesv2 delete-suppressed-destination;',
  "- gateway, carrier and the topic's subscribers have what they were sent, for as long as they keep it.",
];

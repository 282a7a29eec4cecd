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

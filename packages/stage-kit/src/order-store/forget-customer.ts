import { type ForgetJudgement, judgeForgetting } from './judge-forgetting.ts';
import { forgottenItem } from './next-item.ts';
import type { OrderStatus } from './order-status.ts';
import type { Unavailable } from './order-store.ts';
import type { OrderTable } from './order-table.ts';
import { type Judged, settle } from './settle.ts';

/** Finds orders by the keyed hash of their customer's address. */
export interface CustomerOrders {
  /** @throws OrderStoreUnavailable */
  idsOf(customer: string): Promise<readonly string[]>;
}

/** What was forgotten of a customer, and what not yet. */
export interface ForgottenCustomer {
  /** The ids of orders that nothing says any more whose they were. */
  readonly forgotten: readonly string[];
  /** Those that have not ended: they are to be forgotten afterwards. */
  readonly underway: readonly { readonly orderId: string; readonly status: OrderStatus }[];
  /** Those of which it is not known, since the table did not answer. */
  readonly unanswered: readonly string[];
}

/**
 * Forgets whose the ended orders of a customer were, and what was in them. To ask twice does no harm: what was forgotten is not found by
 * its customer any more.
 *
 * @param customer the keyed hash of the address
 * @throws OrderStoreUnavailable when nothing could be found out
 */
export async function forgetCustomer(
  customer: string,
  orders: CustomerOrders,
  table: OrderTable,
  deadline: () => AbortSignal,
): Promise<ForgottenCustomer> {
  const forgotten: string[] = [];
  const underway: { orderId: string; status: OrderStatus }[] = [];
  const unanswered: string[] = [];
  for (const orderId of await orders.idsOf(customer)) {
    const answer = await forget(table, orderId, deadline());
    if (answer.answer === 'underway') underway.push({ orderId, status: answer.item.status });
    else (answer.answer === 'unavailable' ? unanswered : forgotten).push(orderId);
  }
  return { forgotten, underway, unanswered };
}

function forget(table: OrderTable, orderId: string, signal: AbortSignal): Promise<ForgetJudgement | Unavailable> {
  return settle(table, orderId, signal, 'read-first', (found): Judged<ForgetJudgement> => {
    const judged = judgeForgetting(found);
    return { answer: judged, ...(judged.answer === 'forgets' && { write: forgottenItem(judged.item) }) };
  });
}

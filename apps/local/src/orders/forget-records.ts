import { customerAddress } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';
import type { RunningWorkflow } from './open-workflow.ts';

/** How much was erased. */
export interface ForgottenRecords {
  readonly executions: number;
  readonly notices: number;
  readonly letters: number;
  readonly parked: number;
}

/**
 * Erases what this machine keeps beside the table of a customer's orders that have ended: executions with their histories, those that
 * cancelled these orders among them, notices, letters, and notices that wait in a queue.
 *
 * @param address the customer's, in small letters
 * @param kept the ids of orders that have not ended: nothing of them is erased
 */
export function forgetRecords(
  { journal, messages }: Pick<RunningWorkflow, 'journal' | 'messages'>,
  address: string,
  kept: ReadonlySet<string>,
): ForgottenRecords {
  const isTheirs = (order: unknown) => customerAddress(order) === address && !kept.has(idOf(order) ?? '');
  const ended = journal.list().filter(({ end }) => end !== undefined);
  const inputs = ended.map(({ executionArn }) => ({
    executionArn,
    input: journal.describe(executionArn)?.start.input,
  }));
  const ids = new Set(inputs.flatMap(({ input }) => (isTheirs(input) ? (idOf(input) ?? []) : [])));
  // Whoever cancels an order names its id alone.
  const ofThem = inputs.filter(({ input }) => isTheirs(input) || (!hasCustomer(input) && ids.has(idOf(input) ?? '')));
  const executions = journal.forget(ofThem.map(({ executionArn }) => executionArn));
  const { notices, letters, parked } = messages.forget({
    notice: ({ attributes: { customerEmail, orderId } }) => isTheirs({ customerEmail, orderId }),
    letter: ({ to }) => customerAddress({ customerEmail: to }) === address,
    parked({ body }) {
      const record: unknown = JSON.parse(body);
      return isJsonObject(record) && isTheirs(record['order']);
    },
    // None of them says whose an order was.
    event: () => false,
  });
  return { executions, notices, letters, parked };
}

function hasCustomer(input: unknown): boolean {
  return isJsonObject(input) && 'customerEmail' in input;
}

function idOf(order: unknown): string | undefined {
  const id = isJsonObject(order) ? order['orderId'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

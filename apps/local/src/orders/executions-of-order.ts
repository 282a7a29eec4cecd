import type { ExecutionJournal, ExecutionOverview } from '@order-workflow/asl-engine';
import { executionName, orderIdSchema } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';

/** How executions are named that are placed here or in the console: after their order, and never after another's. */
const namedAfterOrder = /^order\d*(?=[-_])/;

/**
 * The executions of an order in the order in which they began, whoever started them and under whatever name. Inputs are
 * read only of those that are not named after an order.
 */
export function executionsOfOrder(journal: ExecutionJournal, id: string): readonly ExecutionOverview[] {
  const orderId = readId(id);
  const name = executionName(orderId);
  return journal
    .list()
    .filter((one) => !namedAfterOrder.test(one.name) || one.name.replace(namedAfterOrder, 'order') === name)
    .flatMap(({ executionArn }) => journal.describe(executionArn) ?? [])
    .filter(({ start }) => isJsonObject(start.input) && readId(start.input['orderId']) === orderId);
}

function readId(id: unknown): string {
  return orderIdSchema.safeParse(id).data ?? String(id);
}

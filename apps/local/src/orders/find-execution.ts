import type { ExecutionJournal, ExecutionSummary } from '@order-workflow/asl-engine';
import { executionName } from '@order-workflow/order-domain';

/** No order of this id was placed. AWS's name for it. */
class ExecutionDoesNotExist extends Error {
  override readonly name = 'ExecutionDoesNotExist';

  constructor(id: string) {
    super(`no order "${id.slice(0, 80)}" has been placed. All of them: pnpm order list`);
  }
}

/**
 * The latest execution of an order, by the order's id or the execution's own name.
 *
 * @throws ExecutionDoesNotExist
 */
export function findExecution(journal: ExecutionJournal, id: string): ExecutionSummary {
  const all = journal.list();
  const found = [executionName(id), id].map((name) => all.findLast((one) => one.name === name)).find(Boolean);
  if (!found) throw new ExecutionDoesNotExist(id);
  return found;
}

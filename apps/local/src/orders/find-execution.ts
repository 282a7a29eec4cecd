import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { executionName } from '@order-workflow/order-domain';
import { outcomeOf } from './execution-report.ts';
import { executionsOfOrder } from './executions-of-order.ts';

/** No order of this id was placed. AWS's name for it. */
class ExecutionDoesNotExist extends Error {
  override readonly name = 'ExecutionDoesNotExist';

  constructor(id: string) {
    super(`no order "${id.slice(0, 80)}" has been placed. All of them: pnpm order list`);
  }
}

export interface FoundExecution {
  readonly name: string;
  readonly executionArn: string;
}

/**
 * The execution of an order's last attempt, by the order's id, or any execution by its own name. One that was a duplicate
 * is given only where the order has no other here.
 *
 * @throws ExecutionDoesNotExist
 */
export function findExecution(journal: ExecutionJournal, id: string): FoundExecution {
  const ofOrder = executionsOfOrder(journal, id).filter(({ start }) => !isCancellation(start));
  const attempt = ofOrder.findLast(({ end }) => !end || outcomeOf(end) !== 'duplicate') ?? ofOrder.at(-1);
  const found = attempt?.start ?? journal.list().findLast(({ name }) => name === id || name === executionName(id));
  if (!found) throw new ExecutionDoesNotExist(id);
  return { name: found.name, executionArn: found.executionArn };
}

/**
 * Whether an execution cancels an order, by its state machine: the construct of those that do is called so
 * (infra/src/constructs/cancellation-machine.ts). What only reads executions has no template to look into.
 */
export function isCancellation({ stateMachineArn }: { readonly stateMachineArn: string }): boolean {
  return /:stateMachine:[^:]*CancellationStateMachine[0-9A-F]{8}$/.test(stateMachineArn);
}

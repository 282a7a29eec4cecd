import { type ExecutionJournal, readExecution } from '@order-workflow/asl-engine';
import { executionId } from './executions.ts';
import type { MachineName } from './function-states.ts';
import type { Lane } from './lane.ts';
import type { Machines } from './machines.ts';
import type { OrderRun } from './order-run.ts';
import type { Standing } from './standing.ts';

/** Reads how the executions of an order have ended, each that has. */
export function endingsIn(
  journal: ExecutionJournal,
  machines: Machines,
  table: Lane['table'],
): (order: Pick<OrderRun, 'sent' | 'cancellations'>) => Standing {
  /** None while it runs. */
  function endingOf<More extends object>(machine: MachineName, name: string, more: More) {
    const id = executionId(machines[machine], name);
    const { result, history = () => [] } = readExecution(journal, id) ?? {};
    if (!result) return [];
    return [
      {
        ...{ ...more, name, id, result, owned: table.ownedBy(id) },
        // Made when it is asked for: most who ask how an execution ended do not ask what happened in it.
        get history() {
          return history();
        },
      },
    ];
  }

  return ({ sent, cancellations }) => ({
    ended: sent.flatMap(({ name, order }) => endingOf('orders', name, { order })),
    cancellations: cancellations.flatMap((name) => endingOf('cancellations', name, {})),
  });
}

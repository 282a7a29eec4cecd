import type { InjectedFault } from '@order-workflow/simulators';
import { withFewTries } from '../assembly/with-few-tries.ts';
import { exitCodeOf } from '../orders/exit-codes.ts';
import type { PlacedOrder, RunningWorkflow } from '../orders/open-workflow.ts';
import { type ExecutionEnding, executionEnding, ledgersOf, openLaboratory, parkedOf } from './laboratory.ts';
import type { LaboratoryApp } from './laboratory-app.ts';

/** How an execution ended, as whoever placed the order sees it. */
export interface OrderedEnd extends ExecutionEnding {
  readonly exitCode: number;
  /** Outcomes that the customer was told of, each notice once. */
  readonly told: readonly string[];
  /** How many notices wait in the queue, each once. */
  readonly parked: number;
}

/** What became of an order in a world where something went wrong, and of its money and goods. */
export interface FaultTrial {
  /** How often the first of the faults struck. */
  readonly struck: number;
  readonly ended: OrderedEnd;
  /** How it ended when the faults were switched off and it was redriven; undefined when there was no need. */
  readonly redriven: OrderedEnd | undefined;
  readonly price: number | undefined;
  /** Minor units that the gateway's ledger holds of it at last. */
  readonly held: number;
  /** Shipments that the carrier's ledger has of it at last. */
  readonly shipments: number;
}

/** A world in which one order after the other can be struck. */
export interface FaultLaboratory {
  /** Places an order with these faults switched on, on a clock on which waits pass at once. */
  tryFaults(order: { readonly orderId: string }, faults: readonly InjectedFault[]): Promise<FaultTrial>;
  /** What is wrong beside the books, when all orders have ended. */
  problems(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Starts the workflow with a gateway, a carrier and a clock of its own.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet
 */
export async function openFaultLaboratory(app: LaboratoryApp): Promise<FaultLaboratory> {
  const { switchboard, workflow } = await openLaboratory({ define: withFewTries(mostRetries) });
  await app.prepare(workflow);
  return {
    async tryFaults(order, faults) {
      switchboard.set(faults);
      const placed = workflow.place(order);
      const ended = await orderedEnd(workflow, placed, order.orderId);
      const struck = switchboard.list()[0]?.struck ?? 0;
      switchboard.clear();
      ledgersOf(workflow).gateway.repair();
      const redriven =
        ended.status === 'SUCCEEDED'
          ? undefined
          : await orderedEnd(workflow, workflow.redrive(placed.name), order.orderId);
      const { gateway, carrier } = ledgersOf(workflow);
      const [charge] = gateway.charges(order.orderId);
      return {
        struck,
        ended,
        redriven,
        price: charge?.amount?.amount,
        held: gateway.held(order.orderId),
        shipments: carrier.shipments(order.orderId).length,
      };
    },
    problems: () => app.problems(workflow),
    close: () => workflow.close(),
  };
}

/** So many tries take longer than a gateway answers a failure again by its key, which is a day. */
const mostRetries = 120;

async function orderedEnd(workflow: RunningWorkflow, placed: PlacedOrder, orderId: string): Promise<OrderedEnd> {
  const ending = await executionEnding(placed);
  const told = workflow.messages
    .published()
    .filter(({ attributes }) => attributes['orderId'] === orderId)
    .map(({ attributes }) => String(attributes['outcome']));
  return {
    ...ending,
    exitCode: exitCodeOf(await placed.execution.result),
    told: [...new Set(told)],
    parked: parkedOf(workflow, orderId),
  };
}

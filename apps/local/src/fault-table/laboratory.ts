import { createVirtualClock, type ExecutionResult, type HistoryEvent } from '@order-workflow/asl-engine';
import { createSwitchboard, type Switchboard } from '@order-workflow/simulators';
import { outcomeOf } from '../orders/execution-report.ts';
import { type PlacedOrder, type RunningWorkflow, startWorkflow } from '../orders/open-workflow.ts';

/** How an execution ended. */
export interface ExecutionEnding {
  readonly status: ExecutionResult['status'];
  readonly outcome: string | undefined;
  readonly error: string | undefined;
  /** The last state that was entered. */
  readonly state: string;
}

type Changes = Pick<Parameters<typeof startWorkflow>[0] & object, 'aroundInvocation' | 'aroundFunctions' | 'define'> & {
  /** Sees what strikes before it does. */
  readonly watch?: (switchboard: Switchboard) => Switchboard;
};

/**
 * Starts the workflow with a gateway, a carrier and a clock of its own, on which waits pass at once.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet
 */
export async function openLaboratory({ watch = (seen) => seen, ...changes }: Changes) {
  // Functions read the machine's clock: a charge must not look older than the execution that made it.
  const clock = createVirtualClock({ start: Date.now() });
  const switchboard = watch(createSwitchboard());
  const simulators = { clock };
  const workflow = await startWorkflow({ clock, switchboard, simulators, virtualLimits: true, seed: 1, ...changes });
  return { switchboard, workflow };
}

export function ledgersOf({ world }: RunningWorkflow) {
  if (!world) throw new Error('the simulators were not started');
  return { gateway: world.gateway.ledger, carrier: world.carrier.ledger };
}

/** Waits for the end of an execution. */
export async function executionEnding({ execution }: PlacedOrder): Promise<ExecutionEnding> {
  const result = await execution.result;
  const last = execution.history().findLast((event) => stateEntered(event) !== undefined);
  const state = String(last && stateEntered(last));
  return { status: result.status, outcome: outcomeOf(result), error: result.error, state };
}

/** The name of the state that is entered with this event; undefined where none is. */
export function stateEntered(event: HistoryEvent): unknown {
  return event.type.endsWith('StateEntered') ? event['stateEnteredEventDetails']?.['name'] : undefined;
}

/** How many notices of an order wait in the queue, each once. */
export function parkedOf({ messages }: RunningWorkflow, orderId: string): number {
  const bodies = messages.parked().flatMap(({ body }) => (JSON.parse(body).order.orderId === orderId ? [body] : []));
  return new Set(bodies).size;
}

/** A state machine that the server has. */
export interface Machine {
  readonly stateMachineArn: string;
  readonly name: string;
}

/** What a machine works on that takes no orders itself. */
export const besideOrders = ['cancellations', 'batches'] as const;
export type BesideOrders = (typeof besideOrders)[number];

/** The state machines that the console shows: the first that the server lists takes orders, others may cancel them or place batches. */
export interface Machines extends Partial<Readonly<Record<BesideOrders, Machine>>> {
  readonly orders: Machine;
}

/**
 * The constructs are called so that cancel orders (infra/src/constructs/cancellation-machine.ts) and that place batches
 * (infra/src/order-api-construct.ts). On AWS more may follow.
 */
const names: Readonly<Record<BesideOrders, RegExp>> = {
  cancellations: /CancellationStateMachine[0-9A-F]{8}(?:-|$)/,
  batches: /Batches[0-9A-F]{8}(?:-|$)/,
};

/**
 * Tells from what the server lists which is which.
 *
 * @throws Error when there is none
 */
export function tellMachines(listed: readonly Machine[]): Machines {
  const orders = listed.find(({ name }) => !Object.values(names).some((other) => other.test(name)));
  if (!orders) throw new Error('The server has no state machine.');
  const cancellations = listed.find(({ name }) => names.cancellations.test(name));
  const batches = listed.find(({ name }) => names.batches.test(name));
  return { orders, ...(cancellations && { cancellations }), ...(batches && { batches }) };
}

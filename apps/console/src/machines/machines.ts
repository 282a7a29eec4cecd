/** A state machine that the server has. */
export interface Machine {
  readonly stateMachineArn: string;
  readonly name: string;
}

/** The state machines that the console shows: the first that the server lists takes orders, another one may cancel them. */
export interface Machines {
  readonly orders: Machine;
  readonly cancellations?: Machine;
}

/** The construct that cancels orders is called so (infra/src/constructs/cancellation-machine.ts). On AWS more may follow. */
const cancels = /CancellationStateMachine[0-9A-F]{8}(?:-|$)/;

/**
 * Tells from what the server lists which is which.
 *
 * @throws Error when there is none
 */
export function tellMachines(listed: readonly Machine[]): Machines {
  const orders = listed.find(({ name }) => !cancels.test(name));
  if (!orders) throw new Error('The server has no state machine.');
  const cancellations = listed.find(({ name }) => cancels.test(name));
  return { orders, ...(cancellations && { cancellations }) };
}

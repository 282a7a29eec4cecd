/**
 * Whether an execution cancels an order, by its state machine: the construct of those that do is called so
 * (infra/src/constructs/cancellation-machine.ts). What only reads executions has no template to look into.
 */
export function isCancellation({ stateMachineArn }: { readonly stateMachineArn: string }): boolean {
  return /:stateMachine:[^:]*CancellationStateMachine[0-9A-F]{8}$/.test(stateMachineArn);
}

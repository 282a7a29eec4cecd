/**
 * What a template says of a state machine that takes no orders itself: it cancels them, or works on batches of them
 * (infra/src/constructs/cancellation-machine.ts, batch-machine.ts).
 */
export function machineNote(metadata: Readonly<Record<string, unknown>> | undefined): unknown {
  return metadata?.['OrderWorkflow::Machine'];
}

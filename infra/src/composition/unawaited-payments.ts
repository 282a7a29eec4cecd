import type { CompleteWorkflow } from './workflow.ts';

/** The ways to pay that a workflow cannot wait for, where it has no states that wait: what its stages await as a rule. */
export function unawaitedPayments({ steps }: CompleteWorkflow): readonly string[] {
  return [...new Set(steps.flatMap(({ stage }) => stage.awaits?.paymentMethods ?? []))];
}

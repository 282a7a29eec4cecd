/** After an execution that ended so another one may begin for other content. */
const nothingHeld: ReadonlySet<string | undefined> = new Set([
  'rejected',
  'declined',
  'refunded',
  'cancelled',
  'duplicate',
]);

/** Whether an order that ended so has neither money nor parcel. */
export function holdsNothing(outcome: string | undefined): boolean {
  return nothingHeld.has(outcome);
}

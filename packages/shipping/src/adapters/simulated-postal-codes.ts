import type { RefusalReason } from '../refusal-reason.ts';

/** What the simulated carrier makes of a booking. */
export interface SimulatedPostalCode {
  /** What becomes of the booking in the ledger; `nothing` when the carrier turns it away. */
  readonly booking: 'booked' | 'departed' | 'nothing' | { readonly refused: RefusalReason };
  /** The booking is made and its answer lost, and the stage that books cannot find it either. */
  readonly answerLost?: true;
  /** What was booked cannot be cancelled. */
  readonly cancelUnavailable?: true;
}

/** Postal codes with a meaning, as the test modes of carriers have them. Any other code is booked. */
export const simulatedPostalCodes: ReadonlyMap<string, SimulatedPostalCode> = new Map([
  ['SIM-REFUSED', { booking: { refused: 'not-served' } }],
  ['SIM-TIMEOUT', { booking: 'booked', answerLost: true }],
  ['SIM-UNAVAILABLE', { booking: 'nothing' }],
  ['SIM-DEPARTED', { booking: 'departed', answerLost: true }],
  ['SIM-CANCEL-DOWN', { booking: 'booked', answerLost: true, cancelUnavailable: true }],
]);

export const ordinaryPostalCode: SimulatedPostalCode = { booking: 'booked' };

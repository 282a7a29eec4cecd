import type { DeclineReason } from '../decline-reason.ts';

/** What the simulated gateway makes of a charge. */
export interface SimulatedToken {
  /** What becomes of the charge in the ledger; `nothing` when the gateway turns it away. */
  readonly charge: 'charged' | 'pending' | 'nothing' | { readonly declined: DeclineReason };
  /** The charge is made and its answer lost, and the stage that charges cannot find it either. */
  readonly answerLost?: true;
  /** What was charged cannot be given back. */
  readonly undoUnavailable?: true;
}

/** Payment tokens with a meaning, as the test modes of payment providers have them. Any other token is charged. */
export const simulatedTokens: ReadonlyMap<string, SimulatedToken> = new Map([
  ['sim-declined', { charge: { declined: 'other' } }],
  ['sim-insufficient-funds', { charge: { declined: 'insufficient-funds' } }],
  ['sim-expired-card', { charge: { declined: 'expired-card' } }],
  ['sim-pending', { charge: 'pending' }],
  ['sim-timeout', { charge: 'charged', answerLost: true }],
  ['sim-unavailable', { charge: 'nothing' }],
  ['sim-refund-unavailable', { charge: 'charged', undoUnavailable: true }],
  ['sim-timeout-refund-unavailable', { charge: 'charged', answerLost: true, undoUnavailable: true }],
]);

export const ordinaryToken: SimulatedToken = { charge: 'charged' };

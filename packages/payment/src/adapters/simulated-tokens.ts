import type { DeclineReason } from '../decline-reason.ts';
import type { PendingReason } from '../ports/payment-gateway.ts';

/** What the simulated gateway makes of a charge. */
export interface SimulatedToken {
  /** What becomes of the charge in the ledger; `nothing` when the gateway turns it away. */
  readonly charge: 'charged' | 'pending' | 'nothing' | { readonly declined: DeclineReason };
  /** Of a pending charge: what it waits for, and what becomes of it in the end; never anything unless given. */
  readonly pending?: {
    readonly reason: PendingReason;
    readonly becomes?: 'charged' | { readonly declined: DeclineReason };
  };
  /** The charge is made and its answer lost, and the stage that charges cannot find it either. */
  readonly answerLost?: true;
  /** A refund is accepted, and made only some finds later. */
  readonly refundsLater?: true;
  /** What was charged cannot be given back. */
  readonly undoUnavailable?: true;
}

/** Payment tokens with a meaning, as the test modes of payment providers have them. Any other token is charged. */
export const simulatedTokens: ReadonlyMap<string, SimulatedToken> = new Map([
  ['sim-declined', { charge: { declined: 'other' } }],
  ['sim-insufficient-funds', { charge: { declined: 'insufficient-funds' } }],
  ['sim-expired-card', { charge: { declined: 'expired-card' } }],
  ['sim-pending', { charge: 'pending', pending: { reason: 'transfer' } }],
  ['sim-transfer', { charge: 'pending', pending: { reason: 'transfer', becomes: 'charged' } }],
  ['sim-confirmed', { charge: 'pending', pending: { reason: 'confirmation', becomes: 'charged' } }],
  [
    'sim-unconfirmed',
    { charge: 'pending', pending: { reason: 'confirmation', becomes: { declined: 'not-confirmed' } } },
  ],
  ['sim-timeout', { charge: 'charged', answerLost: true }],
  ['sim-unavailable', { charge: 'nothing' }],
  ['sim-refund-later', { charge: 'charged', refundsLater: true }],
  ['sim-refund-unavailable', { charge: 'charged', undoUnavailable: true }],
  ['sim-timeout-refund-unavailable', { charge: 'charged', answerLost: true, undoUnavailable: true }],
]);

export const ordinaryToken: SimulatedToken = { charge: 'charged' };

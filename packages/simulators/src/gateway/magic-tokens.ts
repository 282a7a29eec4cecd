import type { FaultName } from '../faults/faults.ts';
import type { ChargeFate } from './payment-row.ts';

/** What a payment token says about its charge. */
export interface MagicToken {
  readonly fate?: ChargeFate;
  /** How the charge is answered. */
  readonly fault?: FaultName;
  readonly undoUnavailable?: true;
}

/** The tokens of the payment stage's own simulated gateway, with the same meaning where HTTP allows it. */
export const magicTokens: ReadonlyMap<string, MagicToken> = new Map<string, MagicToken>([
  ['sim-declined', { fate: { declined: 'other' } }],
  ['sim-insufficient-funds', { fate: { declined: 'insufficient-funds' } }],
  ['sim-expired-card', { fate: { declined: 'expired-card' } }],
  ['sim-pending', { fate: 'pending' }],
  ['sim-timeout', { fault: 'cut-after' }],
  ['sim-unavailable', { fault: 'rate-limited' }],
  ['sim-refund-unavailable', { undoUnavailable: true }],
  ['sim-timeout-refund-unavailable', { fault: 'cut-after', undoUnavailable: true }],
]);

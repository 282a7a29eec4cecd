import type { FaultName } from '../faults/faults.ts';
import { answersToLose as lost } from '../ledger/answers-to-lose.ts';
import type { ChargeMarks, ChargeResult } from './payment-row.ts';

/** What a payment token says about its charge. */
export interface MagicToken {
  readonly fate?: ChargeResult;
  /** How the charge is answered. */
  readonly fault?: FaultName;
  readonly marks?: ChargeMarks;
}

const hourMs = 60 * 60 * 1000;

/** The tokens of the payment stage's own simulated gateway, with the same meaning. */
export const magicTokens: ReadonlyMap<string, MagicToken> = new Map<string, MagicToken>([
  ['sim-declined', { fate: { declined: 'other' } }],
  ['sim-insufficient-funds', { fate: { declined: 'insufficient-funds' } }],
  ['sim-expired-card', { fate: { declined: 'expired-card' } }],
  ['sim-pending', { fate: 'pending' }],
  ['sim-transfer', { fate: { reason: 'transfer', pendingMs: 3 * 24 * hourMs, becomes: 'charged' } }],
  ['sim-confirmed', { fate: { reason: 'confirmation', pendingMs: hourMs / 6, becomes: 'charged' } }],
  ['sim-unconfirmed', { fate: { reason: 'confirmation', pendingMs: hourMs, becomes: { declined: 'not-confirmed' } } }],
  ['sim-timeout', { marks: { answersToLose: lost.charge } }],
  ['sim-unavailable', { fault: 'rate-limited' }],
  ['sim-refund-later', { marks: { refundMs: 3 * 24 * hourMs } }],
  ['sim-refund-unavailable', { marks: { undoUnavailable: true } }],
  ['sim-timeout-refund-unavailable', { marks: { answersToLose: lost.charge, undoUnavailable: true } }],
]);

import { instant, sameMoney } from '@order-workflow/order-domain';
import type { Clock } from '@order-workflow/stage-kit';
import type { DeclineReason } from '../decline-reason.ts';
import type { ChargeRequest, GatewayAnswer, LedgerEntry, PaymentGateway } from '../ports/payment-gateway.ts';
import { ordinaryToken, simulatedTokens } from './simulated-tokens.ts';

interface Simulation {
  /**
   * Whose gateway this is. The two stages run in processes that share no memory: for `charge`, what this gateway has not
   * charged itself is not charged; for `undo`, every order is taken to have been charged as its token says.
   */
  readonly stage: 'charge' | 'undo';
  readonly clock: Clock;
}

interface Kept {
  readonly charge: ChargeRequest;
  readonly entry: LedgerEntry;
  /** How often it was found on its way to something else. */
  readonly foundUnsettled: number;
}

/** So often what settles is found as it was: there is no time here that could pass. */
const findsUnsettled = 3;

/** Older charges are forgotten, so that a process that lives long does not grow; but never that one was undone. */
const remembered = 1_000;
const undoings: ReadonlySet<GatewayAnswer['kind']> = new Set(['blocked', 'voided', 'refunded']);
const down = { kind: 'unavailable', detail: 'the simulated gateway is down' } as const;
const none = { kind: 'none' } as const;
const simulated = { simulated: true } as const;

/**
 * A gateway inside the process, for a workflow without one: nothing is random, nothing waits, and the payment token says
 * what happens (simulated-tokens.ts). Its ids come from the key.
 */
export function simulatedPaymentGateway({ stage, clock }: Simulation): PaymentGateway {
  const ledger = new Map<string, Kept>();
  const undone = new Map<string, Kept>();
  const kept = (key: string) => undone.get(key) ?? ledger.get(key);

  function keep(charge: ChargeRequest, made: LedgerEntry, foundUnsettled = 0): LedgerEntry {
    const entry = { ...made, ...simulated };
    ledger.delete(charge.key);
    (undoings.has(entry.kind) ? undone : ledger).set(charge.key, { charge, entry, foundUnsettled });
    const oldest = ledger.keys().next().value;
    if (ledger.size > remembered && oldest !== undefined) ledger.delete(oldest);
    return entry;
  }

  function stands(charge: ChargeRequest): LedgerEntry | typeof none {
    return kept(charge.key)?.entry ?? (stage === 'undo' ? firstEntry(charge, clock) : none);
  }

  function undo(charge: ChargeRequest, from: readonly GatewayAnswer['kind'][], to: () => LedgerEntry): GatewayAnswer {
    if (tokenOf(charge).undoUnavailable) return down;
    const entry = stands(charge);
    return from.includes(entry.kind) ? keep(charge, to()) : entry;
  }

  return {
    async find(charge) {
      if (stage === 'charge' && tokenOf(charge).answerLost && kept(charge.key)) return lost();
      const entry = stands(charge);
      const settled = settles(entry, charge, clock);
      if (!settled || entry.kind === 'none') return entry;
      const found = kept(charge.key)?.foundUnsettled ?? 0;
      return found < findsUnsettled ? keep(charge, entry, found + 1) : keep(charge, settled);
    },

    async charge(charge) {
      const earlier = kept(charge.key);
      if (earlier && !sameCharge(earlier.charge, charge))
        return { kind: 'misused', detail: 'the key was used for another charge' };
      const entry = earlier?.entry ?? firstEntry(charge, clock);
      if (entry.kind === 'none') return down;
      if (!earlier) keep(charge, entry);
      return tokenOf(charge).answerLost ? lost() : entry;
    },

    async refund({ key, chargeId, amount, charge }) {
      const refusal = refuseRefund(stands(charge), { chargeId, amount });
      return (
        refusal ??
        undo(charge, ['charged'], () =>
          tokenOf(charge).refundsLater
            ? { kind: 'refunding', chargeId, amount }
            : { kind: 'refunded', chargeId, refundId: `sim-${key}`, amount },
        )
      );
    },

    async void(charge) {
      return undo(charge, ['pending'], () => ({ kind: 'voided', chargeId: chargeId(charge) }));
    },

    async block(charge) {
      return undo(charge, ['none', 'declined'], () => ({ kind: 'blocked' }));
    },
  };
}

function tokenOf({ token }: ChargeRequest) {
  return simulatedTokens.get(token ?? '') ?? ordinaryToken;
}

function chargeId({ key }: ChargeRequest): string {
  return `sim-${key}`;
}

/** What a charge becomes when it is made for the first time. */
function firstEntry(charge: ChargeRequest, clock: Clock): LedgerEntry | typeof none {
  const { charge: becomes, pending } = tokenOf(charge);
  if (becomes === 'nothing') return none;
  if (becomes !== 'pending') return made(charge, becomes, clock);
  const { amount } = charge;
  return { kind: 'pending', chargeId: chargeId(charge), amount, reason: pending?.reason, ...simulated };
}

/** What a charge that is on its way becomes; undefined where it stays as it is. */
function settles(entry: GatewayAnswer, charge: ChargeRequest, clock: Clock): LedgerEntry | undefined {
  const { becomes } = tokenOf(charge).pending ?? {};
  if (entry.kind === 'pending') return becomes && made(charge, becomes, clock);
  if (entry.kind !== 'refunding') return undefined;
  const { chargeId: id, amount } = entry;
  return { kind: 'refunded', chargeId: id, refundId: `${id}-refund`, amount };
}

/** A charge that is decided. */
function made(
  charge: ChargeRequest,
  becomes: 'charged' | { readonly declined: DeclineReason },
  clock: Clock,
): LedgerEntry {
  if (becomes !== 'charged') return { kind: 'declined', reason: becomes.declined, ...simulated };
  const { amount, method } = charge;
  const chargedAt = instant(clock.now());
  return { kind: 'charged', chargeId: chargeId(charge), amount, method, chargedAt, failedRefunds: 0, ...simulated };
}

function lost(): GatewayAnswer {
  return { kind: 'unknown', detail: 'the simulated answer was lost' };
}

function sameCharge(a: ChargeRequest, b: ChargeRequest): boolean {
  return sameMoney(a.amount, b.amount) && a.method === b.method && a.token === b.token;
}

function refuseRefund(
  entry: GatewayAnswer,
  { chargeId, amount }: Pick<Extract<LedgerEntry, { kind: 'pending' }>, 'chargeId' | 'amount'>,
): GatewayAnswer | undefined {
  if (!('amount' in entry)) return undefined;
  if (entry.chargeId !== chargeId) return { kind: 'misused', detail: 'the refund is for another charge' };
  if (!sameMoney(entry.amount, amount)) return { kind: 'misused', detail: 'the refund is not of what was charged' };
  return undefined;
}

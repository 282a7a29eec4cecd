import { instant, sameMoney } from '@order-workflow/order-domain';
import type { Clock } from '@order-workflow/stage-kit';
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
}

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

  function keep(charge: ChargeRequest, made: LedgerEntry): LedgerEntry {
    const entry = { ...made, ...simulated };
    ledger.delete(charge.key);
    (undoings.has(entry.kind) ? undone : ledger).set(charge.key, { charge, entry });
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
      return stage === 'charge' && tokenOf(charge).answerLost && kept(charge.key) ? lost() : stands(charge);
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
        refusal ?? undo(charge, ['charged'], () => ({ kind: 'refunded', chargeId, refundId: `sim-${key}`, amount }))
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
  const { charge: becomes } = tokenOf(charge);
  const made = { chargeId: chargeId(charge), amount: charge.amount, ...simulated };
  if (becomes === 'nothing') return none;
  if (becomes === 'pending') return { kind: 'pending', ...made };
  if (becomes === 'charged')
    return { kind: 'charged', ...made, method: charge.method, chargedAt: instant(clock.now()), failedRefunds: 0 };
  return { kind: 'declined', reason: becomes.declined, ...simulated };
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

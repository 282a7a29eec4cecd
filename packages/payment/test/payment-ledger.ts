import { type Money, sameMoney } from '@order-workflow/order-domain';
import type { ChargeRequest, LedgerEntry, Misused, NoCharge } from '../src/ports/payment-gateway.ts';

type Answer = LedgerEntry | NoCharge | Misused;
type Asked = Omit<ChargeRequest, 'token'> & { readonly token?: string | undefined };

const undone: ReadonlySet<Answer['kind']> = new Set(['blocked', 'voided', 'refunding', 'refunded']);

interface Charge {
  readonly asked: Asked;
  entry: LedgerEntry;
}

/** What the tests' gateway keeps: every charge it ever made, and the keys whose answers it still replays. */
export class PaymentLedger {
  /** What becomes of a charge that is accepted; `declined` and `pending` also by token. */
  accepts: 'charged' | 'pending' | 'declined' = 'charged';
  refunds: 'at-once' | 'later' | 'never' = 'at-once';
  readonly #charges: Charge[] = [];
  readonly #replayed = new Map<string, Charge>();
  readonly #refundAnswers = new Map<string, LedgerEntry>();

  /** How many charges took money, given back or not. */
  get charged(): number {
    return this.#charges.filter(({ entry }) => 'amount' in entry && entry.kind !== 'pending').length;
  }

  /** Minor units that are held now, of all charges. */
  get held(): number {
    const holding = this.#charges.map(({ entry }) => entry);
    return holding.reduce(
      (sum, entry) => sum + (entry.kind === 'charged' || entry.kind === 'refunding' ? entry.amount.amount : 0),
      0,
    );
  }

  /** Keys of the refunds that were asked for. */
  get refundKeys(): string[] {
    return [...this.#refundAnswers.keys()];
  }

  /** The gateway forgets the answers it gave, as real ones do after a day. It never forgets a charge, nor that one was undone. */
  forgetKeys(): void {
    for (const [key, { entry }] of this.#replayed) if (!undone.has(entry.kind)) this.#replayed.delete(key);
  }

  /** What was pending is charged, what was being refunded is refunded. */
  settle(): void {
    for (const charge of this.#charges) {
      const { entry } = charge;
      if (entry.kind === 'pending') charge.entry = charged(entry.chargeId, charge.asked);
      if (entry.kind === 'refunding') charge.entry = { ...entry, kind: 'refunded', refundId: 'late' };
    }
  }

  find(key: string): Answer {
    return this.#of(key)?.entry ?? { kind: 'none' };
  }

  charge(asked: Asked): Answer {
    const earlier = this.#replayed.get(asked.key);
    if (earlier?.entry.kind === 'blocked') return earlier.entry;
    if (earlier) return same(earlier.asked, asked) ? earlier.entry : { kind: 'misused', detail: 'another charge' };
    return this.#keep(asked, this.#accept(asked)).entry;
  }

  refund(refundKey: string, chargeKey: string, chargeId: string, amount: Money): Answer {
    const replay = this.#refundAnswers.get(refundKey);
    const charge = this.#of(chargeKey);
    if (charge === undefined) return { kind: 'none' };
    const { entry } = charge;
    if (!('amount' in entry)) return entry;
    if (entry.chargeId !== chargeId || !sameMoney(entry.amount, amount))
      return { kind: 'misused', detail: 'another charge' };
    if (replay !== undefined || entry.kind !== 'charged') return entry;
    charge.entry = this.#giveBack(entry);
    this.#refundAnswers.set(refundKey, charge.entry);
    return charge.entry;
  }

  void(key: string): Answer {
    const charge = this.#of(key);
    if (charge?.entry.kind === 'pending') charge.entry = { kind: 'voided', chargeId: charge.entry.chargeId };
    return this.find(key);
  }

  block(key: string): Answer {
    const zero = { amount: 0, currency: 'EUR' };
    const charge = this.#of(key);
    if (charge?.entry.kind === 'declined')
      this.#replayed.set(key, Object.assign(charge, { entry: { kind: 'blocked' } }));
    if (!charge) this.#keep({ key, amount: zero, method: 'CreditCard' }, { kind: 'blocked' });
    return this.find(key);
  }

  #of(key: string): Charge | undefined {
    return this.#charges.find(({ asked }) => asked.key === key);
  }

  #keep(asked: Asked, entry: LedgerEntry): Charge {
    const charge = { asked, entry };
    this.#charges.push(charge);
    this.#replayed.set(asked.key, charge);
    return charge;
  }

  #accept(asked: Asked): LedgerEntry {
    const { token, amount } = asked;
    const chargeId = `ch_${this.#charges.length + 1}`;
    if (token === 'unconfirmed')
      return { kind: 'pending', chargeId, amount, reason: 'confirmation', until: '2026-03-02T11:00:00.000Z' };
    const becomes = token === 'declined' || token === 'pending' ? token : this.accepts;
    if (becomes === 'declined') return { kind: 'declined', reason: 'insufficient-funds' };
    return becomes === 'pending' ? { kind: 'pending', chargeId, amount } : charged(chargeId, asked);
  }

  #giveBack(entry: Extract<LedgerEntry, { kind: 'charged' }>): LedgerEntry {
    const { chargeId, amount, failedRefunds } = entry;
    if (this.refunds === 'later') return { kind: 'refunding', chargeId, amount };
    if (this.refunds === 'never') return { ...entry, failedRefunds: failedRefunds + 1 };
    return { kind: 'refunded', chargeId, refundId: `re_${chargeId}`, amount };
  }
}

function charged(chargeId: string, { amount, method }: Asked): LedgerEntry {
  return { kind: 'charged', chargeId, amount, method, chargedAt: '2026-03-02T10:00:00.000Z', failedRefunds: 0 };
}

function same(a: Asked, b: Asked): boolean {
  return sameMoney(a.amount, b.amount) && a.method === b.method && a.token === b.token;
}

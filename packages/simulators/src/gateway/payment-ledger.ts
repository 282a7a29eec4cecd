import { instant, operationKey, sameMoney } from '@order-workflow/order-domain';
import { delayMs, type LedgerSettings } from '../ledger/ledger-settings.ts';
import { type PastRows, pastRows } from '../ledger/past-rows.ts';
import type {
  ChargeMarks,
  ChargeRequest,
  ChargeResult,
  ChargeRow,
  FailureRow,
  PaymentEffect,
  PaymentEntry,
  PaymentStore,
  QueuedRequest,
  QueuedRow,
  RefundRequest,
  RefundResult,
  RefundRow,
} from './payment-row.ts';

/** How a charge stands after a call; `none` when there is no such charge, `refused` when the key means something else. */
export type LedgerAnswer = ChargeRow | 'none' | 'refused';

/**
 * Every charge that the gateway ever took, with the rules of a payment gateway: a key means one charge while it lives,
 * a charge is given back once and whole, and what is due happens when its time has come, before anything else is seen.
 */
export class PaymentLedger {
  readonly #store: PaymentStore;
  readonly #settings: LedgerSettings;
  readonly #past: PastRows<ChargeRow>;

  constructor(store: PaymentStore, settings: LedgerSettings) {
    this.#store = store;
    this.#settings = settings;
    this.#past = pastRows(settings.readsLagMs);
  }

  /** One step of the ledger, kept whole or not at all. What is due by now has happened before it. */
  step<T>(work: (now: number) => T): T {
    return this.#store.atomically(() => {
      const now = this.#settings.clock.now();
      this.#settle(now);
      return work(now);
    });
  }

  note(entry: PaymentEntry): void {
    this.#store.note(entry);
  }

  find(key: string): LedgerAnswer {
    return this.#charges(key).at(-1) ?? 'none';
  }

  /** What a query by key finds: as old as reads lag. */
  query(key: string, now: number): LedgerAnswer {
    const lag = delayMs(this.#settings.readsLagMs);
    return lag === 0 ? this.find(key) : (this.#past.asOf(key, now - lag) ?? 'none');
  }

  /** Whether the gateway has failed under this key, and answers so again. */
  hasFailed(key: string): boolean {
    const now = this.#settings.clock.now();
    return this.#store.ofKey(key).some((row) => row.kind === 'failure' && this.#keyLives(row, now));
  }

  /** Keeps a failure as the answer to this key, as any other answer. */
  keepFailure(key: string, now: number): void {
    if (!this.hasFailed(key)) this.#store.put({ kind: 'failure', id: this.#id('no'), key, madeAt: now });
  }

  charge(request: ChargeRequest, fate: () => ChargeResult, now: number): LedgerAnswer {
    const earlier = this.#charges(request.key).findLast((row) => this.#keyLives(row, now));
    if (earlier?.status === 'blocked') return earlier;
    if (earlier) return earlier.print === request.print ? earlier : 'refused';
    const becomes = fate();
    const row = { kind: 'charge', id: this.#id('ch'), ...request, madeAt: now, failedRefunds: 0 } as const;
    if (becomes === 'charged') return this.#enter({ ...row, status: 'charged', chargedAt: instant(now) }, now);
    if (becomes === 'pending') return this.#enter({ ...row, status: 'pending' }, now);
    if (becomes === 'late') return this.#enter({ ...row, status: 'pending', due: this.#later(now) }, now);
    if ('declined' in becomes) return this.#enter({ ...row, status: 'declined', reason: becomes.declined }, now);
    return this.#enter({ ...row, status: 'pending', pending: becomes, due: now + becomes.pendingMs }, now);
  }

  refund(request: RefundRequest, fate: () => RefundResult, now: number): LedgerAnswer {
    const { key, chargeKey, chargeId, amount, print } = request;
    const earlier = this.#refunds(key).findLast((row) => this.#keyLives(row, now));
    if (earlier && earlier.print !== print) return 'refused';
    const charges = this.#charges(chargeKey);
    const charge = charges.find(({ id }) => id === chargeId) ?? charges.at(-1);
    if (charge?.amount === undefined || charge.status === 'declined') return charge ?? 'none';
    if (charge.id !== chargeId || !sameMoney(charge.amount, amount)) return 'refused';
    if (earlier || charge.status !== 'charged') return charge;
    const { refundMs } = charge;
    const becomes = refundMs === undefined ? fate() : 'late';
    const row = { kind: 'refund', id: this.#id('re'), key, print, madeAt: now, chargeKey, chargeId } as const;
    if (becomes === 'refunded' || becomes === 'failed') {
      const refund: RefundRow = { ...row, fate: becomes };
      this.#store.put(refund);
      return this.#endRefund(refund, charge, now);
    }
    this.#store.put({ ...row, fate: becomes, due: refundMs === undefined ? this.#later(now) : now + refundMs });
    return this.#enter({ ...charge, status: 'refunding' }, now);
  }

  void(key: string, now: number): LedgerAnswer {
    const charge = this.find(key);
    if (typeof charge === 'string' || charge.status !== 'pending') return charge;
    const { due: _, ...row } = charge;
    return this.#enter({ ...row, status: 'voided' }, now);
  }

  block(key: string, now: number): LedgerAnswer {
    const charge = this.find(key);
    if (typeof charge !== 'string' && charge.status !== 'declined') return charge;
    const row = { kind: 'charge', id: this.#id('ch'), key, print: '', madeAt: now, failedRefunds: 0 } as const;
    return this.#enter({ ...row, status: 'blocked' }, now);
  }

  /** Whether an answer about the charge of this key is to be lost: then it is one less. */
  loseAnswer(key: string): boolean {
    const charge = this.find(key);
    if (typeof charge === 'string' || !charge.answersToLose) return false;
    this.#store.put({ ...charge, answersToLose: charge.answersToLose - 1 });
    return true;
  }

  /** Voids what the tokens of charges said about them, and the failures that are kept. */
  repair(): void {
    this.step(() => {
      for (const row of this.#store.rows()) {
        if (row.kind === 'charge') this.#store.put(withoutMarks(row));
        else if (row.kind === 'failure') this.#store.put({ ...row, madeAt: 0 });
        else if (row.kind === 'queued' && row.request.call === 'charge')
          this.#store.put({ ...row, request: { ...row.request, charge: withoutMarks(row.request.charge) } });
      }
    });
  }

  /** Takes a request that will have its effect only later, and none after the time that it names. */
  queue(key: string, request: QueuedRequest, now: number, notAfter?: number): void {
    const limit = notAfter === undefined ? {} : { notAfter };
    this.#store.put({ kind: 'queued', id: this.#id('rq'), key, request, ...limit, due: this.#later(now) });
  }

  /** All charges, or those under the key of an attempt at an order, as they stand now. */
  charges(orderId?: string, attempt = 1): readonly ChargeRow[] {
    const mine = orderId === undefined ? undefined : operationKey(orderId, 'charge', attempt);
    return this.step(() =>
      (mine === undefined ? this.#store.rows() : this.#store.ofKey(mine)).filter((row) => row.kind === 'charge'),
    );
  }

  journal(): readonly PaymentEntry[] {
    return this.step(() => this.#store.journal());
  }

  clear(): void {
    this.#store.clear();
    this.#past.clear();
  }

  close(): void {
    this.#store.close();
  }

  #settle(now: number): void {
    for (let row = this.#store.nextDue(now); row !== undefined; row = this.#store.nextDue(now)) {
      const { due: at = now, ...settled } = row;
      if (settled.kind === 'charge') {
        const { becomes = 'charged' } = settled.pending ?? {};
        if (becomes === 'charged') this.#enter({ ...settled, status: 'charged', chargedAt: instant(at) }, at);
        else this.#enter({ ...settled, status: 'declined', reason: becomes.declined }, at);
        continue;
      }
      this.#store.put(settled);
      if (settled.kind === 'queued') this.#land(settled, at);
      else if (settled.kind === 'refund') {
        const charge = this.#charges(settled.chargeKey).find(({ id }) => id === settled.chargeId);
        if (charge) this.#endRefund(settled, charge, at);
      }
    }
  }

  #land({ request, notAfter = Number.POSITIVE_INFINITY }: QueuedRow, at: number): void {
    if (at > notAfter) return;
    if (request.call === 'charge') this.charge(request.charge, () => request.fate, at);
    else if (request.call === 'refund') this.refund(request.refund, () => request.fate, at);
    else this[request.call](request.key, at);
  }

  #endRefund({ fate, id }: RefundRow, charge: ChargeRow, at: number): ChargeRow {
    if (fate === 'refunded' || fate === 'late') return this.#enter({ ...charge, status: 'refunded', refundId: id }, at);
    const failedRefunds = charge.failedRefunds + 1;
    return this.#enter({ ...charge, status: 'charged', failedRefunds }, at, 'refund-failed');
  }

  #enter(row: ChargeRow, at: number, effect: PaymentEffect = row.status): ChargeRow {
    const { id, key, amount } = row;
    this.#store.put(row);
    this.#past.note(row, at);
    this.#store.note({ kind: 'effect', at: instant(at), effect, key, id, ...(amount && { amount }) });
    return row;
  }

  #charges(key: string): readonly ChargeRow[] {
    return this.#store.ofKey(key).filter((row) => row.kind === 'charge');
  }

  #refunds(key: string): readonly RefundRow[] {
    return this.#store.ofKey(key).filter((row) => row.kind === 'refund');
  }

  #keyLives(row: ChargeRow | RefundRow | FailureRow, now: number): boolean {
    return (row.kind === 'charge' && isUndone(row)) || now < row.madeAt + this.#settings.keysLiveMs;
  }

  #later(now: number): number {
    return now + delayMs(this.#settings.settlesAfterMs);
  }

  #id(prefix: string): string {
    return `${prefix}_${this.#store.count() + 1}`;
  }
}

/**
 * Undone, or on the way there. Its key holds for ever: that is not an answer that is replayed but a promise, for a request
 * may arrive when its key would be forgotten.
 */
function isUndone({ status, failedRefunds }: ChargeRow): boolean {
  return ['blocked', 'voided', 'refunding', 'refunded'].includes(status) || failedRefunds > 0;
}

function withoutMarks<T extends ChargeMarks>({ undoUnavailable: _, answersToLose: __, ...rest }: T) {
  return rest;
}

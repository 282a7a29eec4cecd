import { type ChargeRecord, chargeRecord } from './charge-record.ts';
import type { PaymentLedger } from './payment-ledger.ts';
import type { PaymentEntry } from './payment-row.ts';

/** What a test or a person may read in the gateway's ledger. Reading lets happen what is due. */
export interface PaymentBook {
  /**
   * Minor units that are held of an order: charged and not given back. Without an order, of all charges, whatever their
   * currency and key, so that money under a key that belongs to no order is seen too.
   */
  held(orderId?: string): number;
  /** The charges under the key of an order, or all, oldest first. */
  charges(orderId?: string): readonly ChargeRecord[];
  /** Every call and every effect, oldest first. */
  journal(): readonly PaymentEntry[];
  /** Voids what magic tokens left in the ledger: lost answers, and refunds that do not go through. */
  repair(): void;
  /** Forgets everything. */
  clear(): void;
}

export function paymentBook(ledger: PaymentLedger): PaymentBook {
  return {
    held(orderId) {
      const holding = ledger.charges(orderId).filter(({ status }) => status === 'charged' || status === 'refunding');
      return holding.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0);
    },
    charges: (orderId) => ledger.charges(orderId).map(chargeRecord),
    journal: () => ledger.journal(),
    repair: () => ledger.repair(),
    clear: () => ledger.clear(),
  };
}

import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '@order-workflow/stage-kit';
import { type ShipmentBook, shipmentBook } from '../carrier/shipment-book.ts';
import { ShipmentLedger } from '../carrier/shipment-ledger.ts';
import type { CarrierStore } from '../carrier/shipment-row.ts';
import { type PaymentBook, paymentBook } from '../gateway/payment-book.ts';
import { PaymentLedger } from '../gateway/payment-ledger.ts';
import type { PaymentStore } from '../gateway/payment-row.ts';
import { defaultSettings } from './ledger-settings.ts';
import { sqliteStore } from './sqlite-store.ts';

/** The books of a gateway and a carrier that do not run, in the file that they had. */
export interface KeptLedgers {
  readonly payments: PaymentBook;
  readonly shipments: ShipmentBook;
  /** The keys under which something is yet to happen: a late request, a charge or a refund that is not done. */
  underWay(): ReadonlySet<string>;
  /** Erases what was asked for under these keys, and gives the place back; all of it, or nothing. Gives how many lines of the books there were. */
  forget(isForgotten: (key: string) => boolean): number;
  close(): void;
}

/** @throws Error of SQLite when the file cannot be opened or is not a database */
export function openLedgers(file: string, clock: Clock): KeptLedgers {
  const settings = { ...defaultSettings, clock };
  const stores: readonly [PaymentStore, CarrierStore] = [sqliteStore(file, 'payment'), sqliteStore(file, 'shipment')];
  const payments = new PaymentLedger(stores[0], settings);
  const shipments = new ShipmentLedger(stores[1], settings);
  return {
    payments: paymentBook(payments),
    shipments: shipmentBook(shipments),
    underWay() {
      // Reading lets happen what is due.
      const pending = payments.charges().filter(({ status }) => status === 'pending');
      shipments.shipments();
      const waiting = [...stores[0].rows(), ...stores[1].rows()].filter(({ due }) => due !== undefined);
      return new Set([...pending, ...waiting].map(({ key }) => key));
    },
    forget: (isForgotten) => forgetRows(file, isForgotten),
    close() {
      payments.close();
      shipments.close();
    },
  };
}

/** A table of the file, and where its rows have their key. */
const keyed = [
  ['payment', 'key'],
  ['payment_journal', "content ->> 'key'"],
  ['shipment', 'key'],
  ['shipment_journal', "content ->> 'key'"],
] as const;

function forgetRows(file: string, isForgotten: (key: string) => boolean): number {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec('BEGIN IMMEDIATE');
    let forgotten = 0;
    for (const [table, key] of keyed) {
      const erase = database.prepare(`DELETE FROM ${table} WHERE place = ?`);
      for (const row of database.prepare(`SELECT place, ${key} AS key FROM ${table}`).all())
        if (isForgotten(String(row['key']))) forgotten += Number(erase.run(Number(row['place'])).changes);
    }
    database.exec('COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    return forgotten;
  } finally {
    // What is not committed is taken back.
    database.close();
  }
}

import type { OrderEnd } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import type { NotifiableRecord } from '../notifiable-record.ts';

const euro = (amount: number) => ({ amount, currency: 'EUR' });

/** Receipts of the sample order, for a record that holds them. */
export const validation: NonNullable<NotifiableRecord['validation']> = {
  lines: [
    { sku: 'SKU001', title: 'Espresso cup', quantity: 2, unitPrice: euro(1999), price: euro(3998), unitWeight: 320 },
  ],
  total: euro(3998),
};

export const shipment: NonNullable<NotifiableRecord['shipment']> = {
  carrier: 'Swift Parcels',
  service: 'Standard',
  trackingNumber: 'SP123456789',
  estimatedDelivery: '2026-03-04',
};

/** The record of the sample order as it ended, before a test adds what matters to it. */
export function aNotifiableRecord(outcome: OrderEnd, fields: Partial<NotifiableRecord> = {}): NotifiableRecord {
  return { outcome, order: anOrder().build(), ...fields };
}

/** What a Catch notes of a function's error with these reasons. */
export function failureNote(stage: string, error: string, ...reasons: readonly string[]): NotifiableRecord['failure'] {
  return { stage, error, cause: JSON.stringify({ errorType: error, errorMessage: reasons.join('\n'), trace: [] }) };
}

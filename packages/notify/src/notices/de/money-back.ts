import type { NotifiableRecord } from '../../notifiable-record.ts';
import { germanMoney } from './in-german.ts';

/** Where the money is of an order that holds none any more, in a sentence or two. */
export function moneyBack({ refund, validation }: NotifiableRecord): string {
  const held = refund?.amount ?? validation?.total;
  const amount = held ? germanMoney(held) : 'den ganzen Betrag';
  switch (refund?.status) {
    case 'refunded':
      return `Wir haben ${amount} erstattet. Je nach Bank dauert es einige Tage, bis das Geld ankommt.`;
    case 'on-its-way':
      return `Wir erstatten ${amount}; das Geld ist unterwegs. Je nach Bank dauert es einige Tage, bis es ankommt.`;
    case 'voided':
      return held
        ? `Die Zahlung von ${amount} wurde aufgehoben, bevor sie eingezogen war.`
        : 'Die Zahlung wurde aufgehoben, bevor sie eingezogen war.';
    default:
      return validation?.total.amount === 0 ? 'Es war nichts zu bezahlen.' : 'Ihnen wurde nichts berechnet.';
  }
}

/** The subject of a notice that says so. */
export function undoneSubject({ refund }: NotifiableRecord): string {
  if (refund?.status === 'on-its-way') return 'storniert, Geld folgt';
  return refund?.status === 'refunded' ? 'storniert, erstattet' : 'storniert';
}

/** The last sentence of such a notice. While the money is on its way the order still stands, and one of the same number is a duplicate. */
export function orderAgain({ refund }: NotifiableRecord): string {
  if (refund?.status !== 'on-its-way') return 'Sie können gern wieder bestellen.';
  return 'Sie können jederzeit gern neu bestellen, und diese Bestellung wiederholen, sobald das Geld erstattet ist.';
}

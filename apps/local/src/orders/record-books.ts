import { formatMoney, moneySchema } from '@order-workflow/order-domain';
import { type Fields, fieldsOf } from '../json/json-object.ts';

/**
 * What became of the money, by the record of an attempt: `charged 19.99 EUR`, `nothing held`. An execution that has not said how
 * the order ended may be charging it, or have charged it without an answer.
 */
export function moneyOf({ validation, payment, refund }: Fields, outcome: string | null): string {
  const { status } = fieldsOf(refund);
  if (status === 'on-its-way')
    return `charged ${amountOf(payment ?? { amount: fieldsOf(validation)['total'] })}, its refund on its way`;
  if (status !== undefined) return status === 'refunded' ? `refunded ${amountOf(refund)}` : 'nothing held';
  if (payment !== undefined)
    return fieldsOf(payment)['status'] === 'nothing-charged' ? 'nothing to pay' : `charged ${amountOf(payment)}`;
  return outcome === null && validation !== undefined ? 'not known yet' : 'nothing charged';
}

/** What became of the parcel, by the record of an attempt: `sent as LP000000002`, `shipment cancelled`. */
export function parcelOf({ payment, shipment, cancellation }: Fields, outcome: string | null): string {
  const { status } = fieldsOf(cancellation);
  if (status === 'cancelled') return 'shipment cancelled';
  const { trackingNumber } = fieldsOf(shipment ?? fieldsOf(cancellation)['standing']);
  if (trackingNumber !== undefined) return `sent as ${String(trackingNumber)}`;
  return outcome === null && payment !== undefined && status === undefined ? 'not known yet' : 'nothing sent';
}

function amountOf(receipt: unknown): string {
  const { data } = moneySchema.safeParse(fieldsOf(receipt)['amount']);
  return data ? formatMoney(data) : '';
}

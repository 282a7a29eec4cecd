import { formatMoney, type Money } from '@order-workflow/order-domain';

/** `39,98 EUR` */
export function germanMoney(money: Money): string {
  return formatMoney(money).replace('.', ',');
}

/** `04.03.2026` of `2026-03-04`; what is no such day as it is. */
export function germanDay(day: string): string {
  return day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1');
}

import { formatMoney, type Money, type PaymentMethod, sameMoney } from '@order-workflow/order-domain';
import { NoticedDefect } from '@order-workflow/stage-kit';

/**
 * What the gateway says contradicts what this order asked for: another amount, another way to pay, another charge, one
 * that was made before this execution began, a key that belongs to something else. No stage declares it, so it is neither retried nor taken for a decline; a refund that meets it leaves
 * the execution failed there, because only a person can tell whose money it is.
 */
export class PaymentMismatch extends NoticedDefect {
  override readonly name = 'PaymentMismatch';
}

/** @throws PaymentMismatch when the ledger's amount is not the order's */
export function ensureSameAmount(key: string, ledger: Money, order: Money): void {
  if (sameMoney(ledger, order)) return;
  throw new PaymentMismatch(
    `${key}: the gateway's ledger says ${formatMoney(ledger)} where the order says ${formatMoney(order)}.`,
  );
}

/** @throws PaymentMismatch when the ledger's way to pay is not the order's */
export function ensureSameMethod(key: string, ledger: PaymentMethod, order: PaymentMethod): void {
  if (ledger === order) return;
  throw new PaymentMismatch(`${key}: the gateway's ledger says ${ledger} where the order says ${order}.`);
}

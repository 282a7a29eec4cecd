import { type Decision, fail, leave } from '@order-workflow/stage-kit';
import { declineSentence } from './decline-reason.ts';
import { chargeRequest, type PayableOrder } from './payable-order.ts';
import {
  PaymentDeclined,
  PaymentGatewayUnavailable,
  PaymentOutcomeUnknown,
  PaymentPending,
} from './payment-failures.ts';
import { ensureSameAmount, ensureSameMethod, PaymentMismatch } from './payment-mismatch.ts';
import type { PaymentReceipt } from './payment-receipt.ts';
import type { GatewayAnswer, PaymentGateway, PendingReason } from './ports/payment-gateway.ts';

type ChargeFailure = PaymentDeclined | PaymentGatewayUnavailable | PaymentOutcomeUnknown | PaymentPending;
type ChargeDecision = Decision<PaymentReceipt, ChargeFailure>;

/**
 * Charges the order's total once, and of a total of zero nothing. It asks by key before it charges: the gateway may have
 * forgotten the key's answer since an earlier attempt, though it never forgets a charge.
 *
 * @throws PaymentMismatch when the gateway's ledger contradicts the order
 */
export async function chargePayment(
  input: PayableOrder,
  { gateway }: { readonly gateway: PaymentGateway },
): Promise<ChargeDecision> {
  const { total } = input.validation;
  if (total.amount === 0) return leave({ status: 'nothing-charged', amount: total });
  const found = await gateway.find(chargeRequest(input));
  return decide(input, found.kind === 'none' ? await gateway.charge(chargeRequest(input)) : found);
}

function decide(input: PayableOrder, answer: GatewayAnswer): ChargeDecision {
  const { key, amount, method } = chargeRequest(input);
  switch (answer.kind) {
    case 'charged':
      ensureSameAmount(key, answer.amount, amount);
      ensureSameMethod(key, answer.method, method);
      return leave(receiptOf(answer));
    case 'pending':
      ensureSameAmount(key, answer.amount, amount);
      return fail(new PaymentPending(`${key}: ${pendingSentence(answer)}.`));
    case 'declined':
      return fail(new PaymentDeclined([declineSentence(method, answer.reason)]));
    case 'refunding':
      ensureSameAmount(key, answer.amount, amount);
      return fail(new PaymentPending(`${key}: the charge is being given back.`));
    case 'refunded':
      // Given back in part, the rest is still held, and nobody may be told that nothing was charged.
      ensureSameAmount(key, answer.amount, amount);
      return fail(undone());
    case 'voided':
    case 'blocked':
      return fail(undone());
    case 'unknown':
      return fail(new PaymentOutcomeUnknown(`${key}: ${answer.detail}; the order may be charged.`));
    case 'unavailable':
      return fail(new PaymentGatewayUnavailable(`${key}: ${answer.detail}.`));
    case 'misused':
      throw new PaymentMismatch(`${key}: the gateway refused the charge: ${answer.detail}.`);
    case 'none':
      throw new PaymentMismatch(`${key}: the gateway answered a charge without one.`);
  }
}

const waitsFor: Readonly<Record<PendingReason, string>> = {
  transfer: 'a transfer is under way',
  confirmation: 'the customer has not confirmed the charge yet',
};

function pendingSentence({ reason, until }: Extract<GatewayAnswer, { kind: 'pending' }>): string {
  const why = reason === undefined ? 'the gateway has accepted the charge and not decided yet' : waitsFor[reason];
  return until === undefined ? why : `${why}, until ${until}`;
}

/** Each field is the ledger's own word. */
function receiptOf({
  chargeId,
  amount,
  method,
  chargedAt,
  simulated,
}: Extract<GatewayAnswer, { kind: 'charged' }>): PaymentReceipt {
  return { chargeId, amount, method, chargedAt, ...(simulated && { simulated }) };
}

function undone(): PaymentDeclined {
  return new PaymentDeclined(['This order was cancelled before and its payment undone: please place a new order.']);
}

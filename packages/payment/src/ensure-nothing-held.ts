import { instant } from '@order-workflow/order-domain';
import {
  type Clock,
  type Decision,
  fail,
  leave,
  ofEarlierExecution,
  type StageExecution,
} from '@order-workflow/stage-kit';
import { refundKey } from './idempotency-key.ts';
import { chargeRequest, type PayableOrder } from './payable-order.ts';
import { PaymentGatewayUnavailable, PaymentOutcomeUnknown, RefundUnsettled } from './payment-failures.ts';
import { ensureSameAmount, PaymentMismatch } from './payment-mismatch.ts';
import type { ChargeReceipt, PaymentReceipt } from './payment-receipt.ts';
import type { ChargeRequest, GatewayAnswer, PaymentGateway, RefundRequest } from './ports/payment-gateway.ts';
import type { RefundReceipt } from './refund-receipt.ts';

/** An order whose charge is to be undone; `payment` when Process Payment came so far as to leave its receipt. */
export type UndoableOrder = PayableOrder & {
  readonly payment?: PaymentReceipt | undefined;
  readonly execution?: StageExecution | undefined;
};

interface Ports {
  readonly gateway: PaymentGateway;
  readonly clock: Clock;
}

type Settlement = Decision<RefundReceipt, PaymentGatewayUnavailable | PaymentOutcomeUnknown | RefundUnsettled>;

/** One query and as many changes as a charge can need that moves on while it is undone: block, void, refund. */
export const mostGatewayCalls = 4;

/**
 * Makes sure that nothing is held for the order, now or later, whether the charge was made, is pending, was declined, was
 * never asked for, or was undone before. Of an order that cost nothing nothing was asked for, and nothing is. Each step acts on what the gateway's ledger says last, so a charge that lands between two of them is
 * seen by the next.
 *
 * @throws PaymentMismatch when the ledger contradicts the order or its payment receipt, or the order has no claim and an
 * earlier execution of it made the charge: a person must look
 */
export async function ensureNothingHeld(input: UndoableOrder, ports: Ports): Promise<Settlement> {
  if (input.validation.total.amount === 0)
    return leave({ status: 'nothing-held', settledAt: instant(ports.clock.now()) });
  let answer = known(await ports.gateway.find(chargeRequest(input)), input);
  let refunds = 0;
  for (let calls = 1; ; calls++) {
    const next = decide(input, answer, instant(ports.clock.now()));
    if (next.kind === 'receipt' || next.kind === 'failure') return next;
    if (next.kind === 'refund' && refunds++ > 0) return fail(turnedAway(input, 'the gateway gave the refund up'));
    if (calls === mostGatewayCalls) return fail(turnedAway(input, 'the charge changes faster than it can be undone'));
    answer = await take(next, ports.gateway);
  }
}

type Step =
  | { readonly kind: 'refund'; readonly refund: RefundRequest }
  | { readonly kind: 'void' | 'block'; readonly charge: ChargeRequest };

function take(step: Step, gateway: PaymentGateway): Promise<GatewayAnswer> {
  return step.kind === 'refund' ? gateway.refund(step.refund) : gateway[step.kind](step.charge);
}

function decide(input: UndoableOrder, answer: GatewayAnswer, settledAt: string): Settlement | Step {
  const charge = chargeRequest(input);
  const { key } = charge;
  const simulated = 'simulated' in answer && answer.simulated ? { simulated: true as const } : {};
  if ('chargeId' in answer) ensureSameCharge(key, answer.chargeId, input);
  if ('amount' in answer) ensureSameAmount(key, answer.amount, charge.amount);
  switch (answer.kind) {
    case 'charged': {
      const { chargeId, amount, chargedAt, failedRefunds } = answer;
      ensureOwnCharge(key, chargedAt, input);
      const refund = {
        key: refundKey(input.order.orderId, input.validation.attempt, failedRefunds),
        chargeId,
        amount,
        charge,
      };
      return { kind: 'refund', refund };
    }
    case 'pending':
      return { kind: 'void', charge };
    case 'none':
      if (input.payment) throw contradiction(input, 'has no such charge');
      return { kind: 'block', charge };
    case 'refunded': {
      const { chargeId, refundId, amount } = answer;
      return leave({ status: 'refunded', chargeId, refundId, amount, settledAt, ...simulated });
    }
    case 'voided':
      return leave({ status: 'voided', chargeId: answer.chargeId, settledAt, ...simulated });
    case 'declined':
      if (input.payment) throw contradiction(input, 'says declined');
      // The same request may arrive once more, when the gateway has forgotten its answer and the card has funds.
      return { kind: 'block', charge };
    case 'blocked':
      if (input.payment) throw contradiction(input, 'says blocked');
      return leave({ status: 'nothing-held', settledAt, ...simulated });
    case 'refunding':
      return fail(new RefundUnsettled(`${key}: the refund is accepted and the money still held.`));
    case 'unknown':
      return fail(new PaymentOutcomeUnknown(`${key}: ${answer.detail}; the charge may still be held.`));
    case 'unavailable':
      return fail(new PaymentGatewayUnavailable(`${key}: ${answer.detail}; the charge may still be held.`));
    case 'misused':
      throw new PaymentMismatch(`${key}: the gateway refused to undo the charge: ${answer.detail}.`);
  }
}

/** A gateway may forget a key in time, but not a charge that left a receipt: that one is undone by its own id. */
function known(answer: GatewayAnswer, { payment }: UndoableOrder): GatewayAnswer {
  const charge = chargeOf(payment);
  return answer.kind === 'none' && charge ? { kind: 'charged', ...charge, failedRefunds: 0 } : answer;
}

function ensureSameCharge(key: string, chargeId: string, { payment }: UndoableOrder): void {
  const receipt = chargeOf(payment);
  if (receipt === undefined || receipt.chargeId === chargeId) return;
  throw new PaymentMismatch(`${key}: the gateway has the charge ${chargeId}, the receipt says ${receipt.chargeId}.`);
}

/**
 * Whoever claimed the order made what lies under the keys of its attempt. In an execution from before there were claims,
 * an earlier one may have fulfilled the order: its charge is not this one's to give back (decision 0008).
 */
function ensureOwnCharge(key: string, chargedAt: string, { execution, validation }: UndoableOrder): void {
  if (validation.attempt !== undefined || !ofEarlierExecution(chargedAt, execution)) return;
  throw new PaymentMismatch(
    `${key}: charged at ${chargedAt}, before this execution began at ${execution.startedAt}: ` +
      'the charge belongs to an earlier execution of the same order, which may have been fulfilled.',
  );
}

/** None of a receipt that says that nothing was charged. */
function chargeOf(payment: PaymentReceipt | undefined): ChargeReceipt | undefined {
  return payment && 'chargeId' in payment ? payment : undefined;
}

function contradiction({ payment, order }: UndoableOrder, says: string): PaymentMismatch {
  return new PaymentMismatch(
    `Order ${order.orderId} has a receipt of ${chargeOf(payment)?.chargeId} and the gateway ${says}.`,
  );
}

function turnedAway(input: UndoableOrder, why: string): PaymentGatewayUnavailable {
  return new PaymentGatewayUnavailable(`${chargeRequest(input).key}: ${why}; the charge may still be held.`);
}

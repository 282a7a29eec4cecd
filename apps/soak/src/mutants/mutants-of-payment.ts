import type { Mutant } from './mutant.ts';

const keys = 'packages/payment/src/idempotency-key.ts';
const charge = 'packages/payment/src/charge-payment.ts';
const refund = 'packages/payment/src/ensure-nothing-held.ts';
const gateway = 'packages/payment/src/adapters/http-payment-gateway.ts';

/** Ways to take or keep money that is not ours. */
export const mutantsOfPayment: readonly Mutant[] = [
  {
    name: 'the key of a charge holds the time of the attempt',
    breaks: 'one charge, one shipment',
    file: keys,
    text: "operationKey(orderId, 'charge')",
    becomes: 'operationKey(orderId, `charge-${Date.now()}`)',
  },
  {
    name: 'each attempt of a refund takes a new key',
    breaks: 'nothing held unless shipped',
    file: keys,
    text: "failedRefunds === 0 ? 'refund' : `refund-${failedRefunds + 1}`",
    becomes: '`refund-${failedRefunds + 1}-${Math.random()}`',
  },
  {
    name: 'a refund that was given up is sent again under its old key',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: 'refundKey(input.order.orderId, failedRefunds)',
    becomes: 'refundKey(input.order.orderId, 0)',
  },
  {
    name: 'a refund does not say how much',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: 'failedRefunds), chargeId, amount, charge };',
    becomes: 'failedRefunds), chargeId, charge };',
  },
  {
    name: 'a charge is made without asking by key first',
    breaks: 'one charge, one shipment',
    file: charge,
    text: 'const found = await gateway.find(chargeRequest(input));',
    becomes: "const found = { outcome: 'none' } as GatewayAnswer;",
  },
  {
    name: 'a declined charge is taken for a gateway that is down',
    breaks: 'the record says what happened',
    file: charge,
    text: 'new PaymentDeclined([declineSentence(method, answer.reason)])',
    becomes: 'new PaymentGatewayUnavailable(declineSentence(method, answer.reason))',
  },
  {
    name: 'a pending charge is taken for made',
    breaks: 'nothing held unless shipped',
    file: charge,
    text: 'return fail(new PaymentPending(`${key}: the gateway has accepted the charge and not decided yet.`));',
    becomes: "return leave({ ...answer, method, chargedAt: '2026-01-01T00:00:00.000Z' });",
  },
  {
    name: 'a charge that was undone before is taken for made',
    breaks: 'nothing held unless shipped',
    file: charge,
    text: "    case 'refunded':\n",
    becomes:
      "    case 'refunded':\n      return leave({ ...answer, method, chargedAt: '2026-01-01T00:00:00.000Z' });\n",
  },
  {
    name: 'a charge of unknown outcome is taken for declined',
    breaks: 'nothing held unless shipped',
    file: charge,
    text: 'new PaymentOutcomeUnknown(`${key}: ${answer.detail}; the order may be charged.`)',
    becomes: "new PaymentDeclined(['The payment did not work.'])",
  },
  {
    name: 'the refund trusts that there is no charge, and does not block its key',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: "return { kind: 'block', charge };",
    becomes: "return leave({ status: 'nothing-held', settledAt });",
  },
  {
    name: 'the refund takes a pending charge for none',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: "return { kind: 'void', charge };",
    becomes: "return leave({ status: 'nothing-held', settledAt });",
  },
  {
    name: 'a refund that is only accepted is taken for done',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: "return fail(unsettled(input, 'the refund is accepted and the money still held'));",
    becomes: "return leave({ status: 'nothing-held', settledAt });",
  },
  {
    name: 'a refund of unknown outcome is taken for done',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: 'return fail(new PaymentOutcomeUnknown(`${key}: ${answer.detail}; the charge may still be held.`));',
    becomes: "return leave({ status: 'nothing-held', settledAt });",
  },
  {
    name: 'the charge of an earlier execution is given back',
    breaks: 'nothing held unless shipped',
    file: refund,
    text: 'if (!ofEarlierExecution(chargedAt, execution)) return;',
    becomes: 'if (chargedAt) return;',
  },
  {
    name: 'only a charge that left its receipt can be refunded',
    breaks: 'nothing held unless shipped',
    file: 'packages/payment/src/refund-payment-stage.ts',
    text: 'payment: z.optional(paymentReceiptSchema)',
    becomes: 'payment: paymentReceiptSchema',
  },
  {
    name: "the charge's amount is not held against the order's",
    breaks: 'the record says what happened',
    file: 'packages/payment/src/payment-mismatch.ts',
    text: 'if (sameMoney(ledger, order)) return;',
    becomes: 'if (sameMoney(ledger, order) || key) return;',
  },
  {
    name: 'a gateway that answers 500 is taken to have done nothing',
    breaks: 'the record says what happened',
    file: gateway,
    text: 'return status >= 500 || status === 408 ? unreadable(status) : unavailable(answer);',
    becomes: 'return unavailable(answer);',
  },
  {
    name: "an answer about another order's charge is taken for this one's",
    breaks: 'nothing held unless shipped',
    file: 'packages/payment/src/adapters/charge-body.ts',
    text: 'if (!charge.success || read.data?.key !== key) return undefined;',
    becomes: 'if (!charge.success || !read.success) return undefined;',
  },
];

import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

const refund = { breaks: 'nothing held unless shipped', in: 'ensureNothingHeld' } as const;
const takenForMade = replace("leave({ ...answer, method, chargedAt: '2026-01-01T00:00:00.000Z' })");
const takenForUndone = replace("leave({ status: 'nothing-held', settledAt })");

/** Ways to take or keep money that is not ours. */
export const mutantsOfPayment: readonly Mutant[] = [
  {
    name: 'the key of a charge holds the time of the attempt',
    breaks: 'one charge, one shipment',
    in: 'chargeKey',
    at: 'function chargeKey > argument 2 of operationKey',
    operator: replace('`charge-${Date.now()}`'),
  },
  {
    name: 'each attempt of a refund takes a new key',
    breaks: 'nothing held unless shipped',
    in: 'refundKey',
    at: 'function refundKey > argument 2 of operationKey',
    operator: replace('`refund-${failedRefunds + 1}-${Math.random()}`'),
  },
  {
    name: 'a refund that was given up is sent again under its old key',
    ...refund,
    at: 'argument 2 of refundKey',
    operator: replace('0'),
  },
  {
    name: 'a refund does not say how much',
    ...refund,
    at: 'const refund > property amount',
    operator: drop,
  },
  {
    name: 'a charge is made without asking by key first',
    breaks: 'one charge, one shipment',
    in: 'chargePayment',
    at: 'const found',
    operator: replace("{ kind: 'none' } as GatewayAnswer"),
  },
  {
    name: 'a declined charge is taken for a gateway that is down',
    breaks: 'the record says what happened',
    in: 'chargePayment',
    at: 'case declined > call PaymentDeclined',
    operator: replace('new PaymentGatewayUnavailable(declineSentence(method, answer.reason))'),
  },
  {
    name: 'a pending charge is taken for made',
    breaks: 'nothing held unless shipped',
    in: 'chargePayment',
    at: 'case pending > return',
    operator: takenForMade,
  },
  {
    name: 'a charge that was undone before is taken for made',
    breaks: 'nothing held unless shipped',
    in: 'chargePayment',
    at: 'case refunded > return',
    operator: takenForMade,
  },
  {
    name: 'a charge of unknown outcome is taken for declined',
    breaks: 'nothing held unless shipped',
    in: 'chargePayment',
    at: 'case unknown > call PaymentOutcomeUnknown',
    operator: replace("new PaymentDeclined(['The payment did not work.'])"),
  },
  {
    name: 'the refund trusts that there is no charge, and does not block its key',
    ...refund,
    at: 'case none > return',
    operator: takenForUndone,
  },
  {
    name: 'the refund takes a pending charge for none',
    ...refund,
    at: 'case pending > return',
    operator: takenForUndone,
  },
  {
    name: 'a refund that is only accepted is taken for done',
    ...refund,
    at: 'case refunding > return',
    operator: takenForUndone,
  },
  {
    name: 'a refund of unknown outcome is taken for done',
    ...refund,
    at: 'case unknown > return',
    operator: takenForUndone,
  },
  {
    name: 'the charge of an earlier execution is given back',
    ...refund,
    at: 'condition ofEarlierExecution',
    operator: replace('chargedAt'),
  },
  {
    name: 'only a charge that left its receipt can be refunded',
    breaks: 'nothing held unless shipped',
    in: 'refundPayment',
    at: 'property payment',
    operator: replace('paymentReceiptSchema'),
  },
  {
    name: "the charge's amount is not held against the order's",
    breaks: 'the record says what happened',
    in: 'ensureSameAmount',
    at: 'condition sameMoney',
    operator: replace((same) => `${same} || key`),
  },
  {
    name: 'a gateway that answers 500 is taken to have done nothing',
    breaks: 'the record says what happened',
    in: 'httpPaymentGateway',
    at: 'default > return',
    operator: replace('unavailable(answer)'),
  },
  {
    name: "an answer about another order's charge is taken for this one's",
    breaks: 'nothing held unless shipped',
    in: 'readChargeBody',
    at: 'condition key',
    operator: replace('!charge.success || !read.success'),
  },
];

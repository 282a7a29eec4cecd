import { describe, expect, it } from 'vitest';
import { aPayableOrder } from '../../test/a-payable-order.ts';
import { chargePayment } from '../charge-payment.ts';
import { ensureNothingHeld } from '../ensure-nothing-held.ts';
import { simulatedPaymentGateway } from './simulated-payment-gateway.ts';
import { simulatedTokens } from './simulated-tokens.ts';

const clock = { now: () => Date.parse('2026-03-02T10:00:00.000Z') };

/** Both stages as they run: in processes that share nothing. */
async function run(token: string | undefined) {
  const input = aPayableOrder(token);
  const charging = simulatedPaymentGateway({ stage: 'charge', clock });
  const first = await chargePayment(input, { gateway: charging });
  const retried = await chargePayment(input, { gateway: charging });
  const payment = first.kind === 'receipt' ? first.receipt : undefined;
  const undoing = simulatedPaymentGateway({ stage: 'undo', clock });
  const undone = await ensureNothingHeld({ ...input, payment }, { gateway: undoing, clock });
  return [first, retried, undone].map((decision) =>
    decision.kind === 'failure'
      ? decision.failure.name
      : 'status' in decision.receipt
        ? decision.receipt.status
        : decision.receipt.chargeId,
  );
}

const cases: [token: string | undefined, first: string, retried: string, undone: string][] = [
  [undefined, 'sim-order-1-charge', 'sim-order-1-charge', 'refunded'],
  ['tok_any', 'sim-order-1-charge', 'sim-order-1-charge', 'refunded'],
  ['sim-declined', 'PaymentDeclined', 'PaymentDeclined', 'nothing-held'],
  ['sim-insufficient-funds', 'PaymentDeclined', 'PaymentDeclined', 'nothing-held'],
  ['sim-expired-card', 'PaymentDeclined', 'PaymentDeclined', 'nothing-held'],
  ['sim-pending', 'PaymentPending', 'PaymentPending', 'voided'],
  ['sim-transfer', 'PaymentPending', 'PaymentPending', 'voided'],
  ['sim-confirmed', 'PaymentPending', 'PaymentPending', 'voided'],
  ['sim-unconfirmed', 'PaymentPending', 'PaymentPending', 'voided'],
  ['sim-timeout', 'PaymentOutcomeUnknown', 'PaymentOutcomeUnknown', 'refunded'],
  ['sim-unavailable', 'PaymentGatewayUnavailable', 'PaymentGatewayUnavailable', 'nothing-held'],
  ['sim-refund-later', 'sim-order-1-charge', 'sim-order-1-charge', 'RefundUnsettled'],
  ['sim-refund-unavailable', 'sim-order-1-charge', 'sim-order-1-charge', 'PaymentGatewayUnavailable'],
  ['sim-timeout-refund-unavailable', 'PaymentOutcomeUnknown', 'PaymentOutcomeUnknown', 'PaymentGatewayUnavailable'],
];

describe('the tokens of the simulated gateway', () => {
  it.each(cases)('%s: charged %s, again %s, undone %s', async (token, ...expected) => {
    expect(await run(token)).toEqual(expected);
  });

  it('are all in this table', () => {
    expect(cases.slice(2).map(([token]) => token)).toEqual([...simulatedTokens.keys()]);
  });

  it('mean the same in every process', async () => {
    for (const [token] of cases) expect(await run(token)).toEqual(await run(token));
  });
});

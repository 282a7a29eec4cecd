import { describe, expect, it } from 'vitest';
import { aPayableOrder, paid } from '../test/a-payable-order.ts';
import { scriptedGateway } from '../test/scripted-gateway.ts';
import { chargePayment } from './charge-payment.ts';
import type { GatewayAnswer } from './ports/payment-gateway.ts';

const { chargeId, amount, method, chargedAt } = paid;
const charged: GatewayAnswer = { kind: 'charged', chargeId, amount, method, chargedAt, failedRefunds: 0 };
const none: GatewayAnswer = { kind: 'none' };

async function decide(...answers: GatewayAnswer[]) {
  const { gateway, calls } = scriptedGateway(...answers);
  return { decision: await chargePayment(aPayableOrder(), { gateway }), calls };
}

describe(chargePayment, () => {
  it('charges when there is no charge yet', async () => {
    expect(await decide(none, charged)).toEqual({
      decision: { kind: 'receipt', receipt: paid },
      calls: ['find', 'charge'],
    });
  });

  it('leaves the receipt of a charge that is there, without charging again', async () => {
    expect(await decide(charged)).toEqual({ decision: { kind: 'receipt', receipt: paid }, calls: ['find'] });
  });

  it('takes every field of the receipt from the ledger, and says when no money moved', async () => {
    const found = { ...charged, chargeId: 'ch_9', chargedAt: '2026-03-01T00:00:00.000Z', simulated: true } as const;
    const { decision } = await decide(found);
    expect(decision).toEqual({
      kind: 'receipt',
      receipt: { ...paid, chargeId: 'ch_9', chargedAt: '2026-03-01T00:00:00.000Z', simulated: true },
    });
  });

  it('does not receipt as paid by card what the ledger says was paid by PayPal', async () => {
    await expect(decide({ ...charged, method: 'PayPal' })).rejects.toMatchObject({
      name: 'PaymentMismatch',
      message: "order-1-charge: the gateway's ledger says PayPal where the order says CreditCard.",
    });
  });

  it('asks nothing of the gateway when there is nothing to pay, and says so', async () => {
    const { gateway, calls } = scriptedGateway();
    const amount = { amount: 0, currency: 'JPY' };
    const decision = await chargePayment({ ...aPayableOrder(), validation: { total: amount } }, { gateway });
    expect([decision, calls]).toEqual([{ kind: 'receipt', receipt: { status: 'nothing-charged', amount } }, []]);
  });

  const refunded: GatewayAnswer = { kind: 'refunded', chargeId, refundId: 're_1', amount };
  const cancelled = 'This order was cancelled before and its payment undone: please place a new order.';
  it.each<[GatewayAnswer, name: string, message: string]>([
    [
      { kind: 'declined', reason: 'insufficient-funds' },
      'PaymentDeclined',
      'The card was declined: insufficient funds.',
    ],
    [{ kind: 'declined', reason: 'other' }, 'PaymentDeclined', 'The card was declined.'],
    [refunded, 'PaymentDeclined', cancelled],
    [{ kind: 'voided', chargeId }, 'PaymentDeclined', cancelled],
    [{ kind: 'blocked' }, 'PaymentDeclined', cancelled],
    [
      { kind: 'pending', chargeId, amount },
      'PaymentPending',
      'order-1-charge: the gateway has accepted the charge and not decided yet.',
    ],
    [
      { kind: 'pending', chargeId, amount, reason: 'transfer' },
      'PaymentPending',
      'order-1-charge: a transfer is under way.',
    ],
    [
      { kind: 'pending', chargeId, amount, reason: 'confirmation', until: '2026-03-02T11:00:00.000Z' },
      'PaymentPending',
      'order-1-charge: the customer has not confirmed the charge yet, until 2026-03-02T11:00:00.000Z.',
    ],
    [{ kind: 'refunding', chargeId, amount }, 'PaymentPending', 'order-1-charge: the charge is being given back.'],
    [
      { kind: 'unknown', detail: 'no answer within 5000 ms' },
      'PaymentOutcomeUnknown',
      'order-1-charge: no answer within 5000 ms; the order may be charged.',
    ],
    [{ kind: 'unavailable', detail: 'answered 429' }, 'PaymentGatewayUnavailable', 'order-1-charge: answered 429.'],
  ])('answers %j with %s, whether it was found or came of the charge', async (answer, name, message) => {
    const found = await decide(answer);
    const made = await decide(none, answer);
    expect(found.calls).toEqual(['find']);
    for (const { decision } of [found, made])
      expect(decision).toMatchObject({ kind: 'failure', failure: { name, message } });
  });

  it('does not tell the customer that nothing is charged when only a part was given back', async () => {
    const partly: GatewayAnswer = { ...refunded, amount: { amount: 1, currency: 'EUR' } };
    await expect(decide(partly)).rejects.toMatchObject({ name: 'PaymentMismatch' });
  });

  it('finds the charge of an earlier execution of the order and does not charge again', async () => {
    const old = { ...charged, chargedAt: '2020-03-02T10:00:00.000Z' };
    expect(await decide(old)).toMatchObject({ decision: { receipt: { chargeId } }, calls: ['find'] });
  });

  it.each<GatewayAnswer>([
    { ...charged, amount: { amount: 3_999, currency: 'EUR' } },
    { ...charged, amount: { amount: 3_998, currency: 'USD' } },
    { kind: 'pending', chargeId, amount: { amount: 1, currency: 'EUR' } },
    { kind: 'refunding', chargeId, amount: { amount: 1, currency: 'EUR' } },
    { kind: 'misused', detail: 'the key was used for another charge' },
    none,
  ])('takes %j for a defect and not for a decline', async (answer) => {
    await expect(decide(none, answer)).rejects.toMatchObject({ name: 'PaymentMismatch' });
  });
});

import { describe, expect, it } from 'vitest';
import { aPayableOrder, paid } from '../test/a-payable-order.ts';
import { scriptedGateway } from '../test/scripted-gateway.ts';
import { ensureNothingHeld } from './ensure-nothing-held.ts';
import type { GatewayAnswer } from './ports/payment-gateway.ts';

const { chargeId, amount, method, chargedAt } = paid;
const charged: GatewayAnswer = { kind: 'charged', chargeId, amount, method, chargedAt, failedRefunds: 0 };
const pending: GatewayAnswer = { kind: 'pending', chargeId, amount };
const refunded: GatewayAnswer = { kind: 'refunded', chargeId, refundId: 're_1', amount };
const voided: GatewayAnswer = { kind: 'voided', chargeId };
const declined: GatewayAnswer = { kind: 'declined', reason: 'other' };
const blocked: GatewayAnswer = { kind: 'blocked' };
const none: GatewayAnswer = { kind: 'none' };
const settledAt = '2026-03-02T11:00:00.000Z';

async function undo(answers: readonly GatewayAnswer[], payment?: typeof paid, startedAt?: string) {
  const { gateway, calls } = scriptedGateway(...answers);
  const clock = { now: () => Date.parse(settledAt) };
  const execution = startedAt === undefined ? undefined : { startedAt };
  const decision = await ensureNothingHeld({ ...aPayableOrder(), payment, execution }, { gateway, clock });
  return { decision, calls };
}

describe(ensureNothingHeld, () => {
  it('asks nothing of the gateway for an order that cost nothing, with its receipt and without', async () => {
    const total = { amount: 0, currency: 'EUR' };
    for (const payment of [undefined, { status: 'nothing-charged', amount: total } as const]) {
      const { gateway, calls } = scriptedGateway();
      const clock = { now: () => Date.parse(settledAt) };
      const decision = await ensureNothingHeld(
        { ...aPayableOrder(), validation: { total }, payment },
        { gateway, clock },
      );
      expect([decision, calls]).toEqual([{ kind: 'receipt', receipt: { status: 'nothing-held', settledAt } }, []]);
    }
  });

  it.each<[GatewayAnswer[], status: string]>([
    [[charged, refunded], 'refunded'],
    [[voided], 'voided'],
    [[blocked], 'nothing-held'],
  ])('says when no money moved: %j', async (answers, status) => {
    const simulated = answers.map((answer) => ({ ...answer, simulated: true }) as GatewayAnswer);
    expect((await undo(simulated)).decision).toMatchObject({ receipt: { status, simulated: true } });
    expect((await undo(answers)).decision).not.toHaveProperty('receipt.simulated');
  });

  const refundedReceipt = { status: 'refunded', chargeId, refundId: 're_1', amount, settledAt };
  const refund = 'refund order-1-refund';
  it.each<[string, GatewayAnswer[], receipt: object, calls: string[]]>([
    ['gives back what was charged', [charged, refunded], refundedReceipt, ['find', refund]],
    ['finds what was given back before', [refunded], refundedReceipt, ['find']],
    ['stops what is pending', [pending, voided], { status: 'voided', chargeId, settledAt }, ['find', 'void']],
    ['finds what was stopped before', [voided], { status: 'voided', chargeId, settledAt }, ['find']],
    ['blocks what was never charged', [none, blocked], { status: 'nothing-held', settledAt }, ['find', 'block']],
    ['finds what was blocked before', [blocked], { status: 'nothing-held', settledAt }, ['find']],
    ['blocks what was declined', [declined, blocked], { status: 'nothing-held', settledAt }, ['find', 'block']],
    [
      'gives back a charge that lands before it can be blocked',
      [none, charged, refunded],
      refundedReceipt,
      ['find', 'block', refund],
    ],
    [
      'gives back a pending charge that is made before it can be stopped',
      [none, pending, charged, refunded],
      refundedReceipt,
      ['find', 'block', 'void', refund],
    ],
  ])('%s', async (_, answers, receipt, calls) => {
    expect(await undo(answers)).toEqual({ decision: { kind: 'receipt', receipt }, calls });
  });

  it('gives a charge back by its receipt when the gateway has forgotten the key', async () => {
    expect(await undo([none, refunded], paid)).toEqual({
      decision: { kind: 'receipt', receipt: refundedReceipt },
      calls: ['find', refund],
    });
  });

  it('takes a new key for a refund only after the ledger says that the last one failed for good', async () => {
    const failed: GatewayAnswer = { ...charged, failedRefunds: 1 };
    const first = await undo([charged, failed]);
    expect(first).toMatchObject({
      decision: { failure: { name: 'PaymentGatewayUnavailable' } },
      calls: ['find', refund],
    });
    expect((await undo([failed, refunded])).calls).toEqual(['find', 'refund order-1-refund-2']);
  });

  it.each<[GatewayAnswer[], name: string]>([
    [[{ kind: 'refunding', chargeId, amount }], 'RefundUnsettled'],
    [[charged, { kind: 'refunding', chargeId, amount }], 'RefundUnsettled'],
    [[none, none, none, none], 'PaymentGatewayUnavailable'],
    [[{ kind: 'unknown', detail: 'lost' }], 'PaymentOutcomeUnknown'],
    [[charged, { kind: 'unknown', detail: 'lost' }], 'PaymentOutcomeUnknown'],
    [[{ kind: 'unavailable', detail: 'down' }], 'PaymentGatewayUnavailable'],
    [[none, { kind: 'unavailable', detail: 'down' }], 'PaymentGatewayUnavailable'],
  ])('after %j tries again later: %s', async (answers, name) => {
    expect((await undo(answers)).decision).toMatchObject({ kind: 'failure', failure: { name, family: 'fault' } });
  });

  const other = { amount: 3_999, currency: 'EUR' };
  it.each<[string, GatewayAnswer[], payment?: typeof paid]>([
    ['another amount is charged', [{ ...charged, amount: other }]],
    ['another amount was given back', [charged, { ...refunded, amount: { amount: 1, currency: 'EUR' } }]],
    ['another amount is pending', [{ ...pending, amount: other }]],
    ['another charge has the key', [{ ...charged, chargeId: 'ch_2' }], paid],
    ['the receipt says charged and the ledger declined', [declined], paid],
    ['the receipt says charged and the ledger blocked', [blocked], paid],
    ['the receipt says charged and the gateway knows no such charge', [none, none], paid],
    ['the gateway refuses to undo it', [charged, { kind: 'misused', detail: 'another charge' }]],
  ])('leaves it to a person when %s', async (_, answers, payment) => {
    await expect(undo(answers, payment)).rejects.toMatchObject({ name: 'PaymentMismatch' });
  });

  describe('for an execution that resubmits an order', () => {
    const later = '2026-06-02T10:00:00.000Z';

    it.each<[string, GatewayAnswer[], payment?: typeof paid]>([
      ['though Process Payment never came so far', [charged]],
      ['though Process Payment found it', [charged], paid],
      ['though the gateway has forgotten the key', [none], paid],
      ['though a refund of it failed before', [{ ...charged, failedRefunds: 1 }]],
    ])('leaves the charge of an earlier execution to a person: %s', async (_, answers, payment) => {
      const { gateway, calls } = scriptedGateway(...answers);
      const input = { ...aPayableOrder(), payment, execution: { startedAt: later } };
      await expect(ensureNothingHeld(input, { gateway, clock: Date })).rejects.toMatchObject({
        name: 'PaymentMismatch',
        message: expect.stringContaining(`charged at ${chargedAt}, before this execution began at ${later}`),
      });
      expect(calls).toEqual(['find']);
    });

    it('finds that a person has given it back', async () => {
      expect(await undo([refunded], paid, later)).toMatchObject({ decision: { receipt: refundedReceipt } });
    });

    it('gives back its own charge, also when the clock of the gateway is some seconds slow', async () => {
      const startedAt = '2026-03-02T10:00:05.000Z';
      expect(await undo([charged, refunded], paid, startedAt)).toMatchObject({
        decision: { receipt: refundedReceipt },
      });
    });
  });
});

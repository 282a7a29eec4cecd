import { type FaultKind, faults, type PaymentGatewaySimulator, startPaymentGateway } from '@order-workflow/simulators';
import { aClock, faultAt, faultedAnswers, impatientSwitchboard } from '@order-workflow/simulators/testing';
import { type HeldTimeLimits, holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChargeRequest, httpPaymentGateway, type PaymentGateway } from '../src/index.ts';

const charge: ChargeRequest = {
  key: 'order-7-charge',
  amount: { amount: 3_998, currency: 'EUR' },
  method: 'CreditCard',
  token: 'tok_secret',
};
const clock = aClock();
let server: PaymentGatewaySimulator;
let gateway: PaymentGateway;
let limits: HeldTimeLimits;

beforeEach(async () => {
  limits = holdTimeLimits();
  server = await startPaymentGateway({
    switchboard: impatientSwitchboard('gateway', limits),
    clock,
    settlesAfterMs: 1_000,
    keysLiveMs: 60_000,
  });
  gateway = httpPaymentGateway({ url: server.url, timeoutMs: 60_000 });
});
afterEach(() => {
  limits.letGo();
  return server.close();
});

const switchOn = (...texts: string[]) => server.switchboard.set(texts.map(faultAt));
const refundOf = (chargeId: string, number = 1) => ({
  key: number === 1 ? 'order-7-refund' : `order-7-refund-${number}`,
  chargeId,
  amount: charge.amount,
  charge,
});

async function charged(): Promise<string> {
  const answer = await gateway.charge(charge);
  if (answer.kind !== 'charged') throw new Error(answer.kind);
  return answer.chargeId;
}

describe('the gateway with a fault', () => {
  it.each(faultedAnswers)('$fault: a charge is $kind and was made $times times', async ({ fault, kind, times }) => {
    switchOn(`payment=${fault}:1`);
    const answer = await gateway.charge(charge);
    expect(answer).toMatchObject({ kind });
    expect(JSON.stringify(answer)).not.toContain('tok_secret');
    expect(server.ledger.held('7')).toBe(times * 3_998);
    expect(server.ledger.journal()).toContainEqual(
      expect.objectContaining({ kind: 'call', call: 'charge', key: charge.key, amount: charge.amount, fault }),
    );
    await charged();
    expect(server.ledger.charges('7')).toHaveLength(1);
  });

  it.each(faultedAnswers)('$fault: a query is $query and never "no charge"', async ({ fault, query }) => {
    await charged();
    switchOn(`payment.find=${fault}`);
    expect(await gateway.find(charge)).toMatchObject({ kind: query });
  });

  it.each(faultedAnswers)('$fault: a refund is $kind and gives back $times times', async ({ fault, kind, times }) => {
    const chargeId = await charged();
    switchOn(`refund=${fault}:1`);
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject({ kind });
    expect(server.ledger.held('7')).toBe(times === 1 ? 0 : 3_998);
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject({ kind: 'refunded' });
    expect(server.ledger.held()).toBe(0);
  });

  it('lands-late: the caller hears nothing, a query finds nothing, and the charge comes', async () => {
    switchOn('payment=lands-late:1');
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.find(charge)).toEqual({ kind: 'none' });
    clock.advance(1_000);
    expect(server.ledger.held('7')).toBe(3_998);
    expect(await gateway.find(charge)).toMatchObject({ kind: 'charged' });
  });

  it('lands-late: a charge that comes after the block of its key makes nothing', async () => {
    switchOn('payment=lands-late:1');
    await gateway.charge(charge);
    expect(await gateway.block(charge)).toEqual({ kind: 'blocked', simulated: true });
    clock.advance(1_000);
    expect(server.ledger.held()).toBe(0);
    expect(await gateway.find(charge)).toEqual({ kind: 'blocked', simulated: true });
  });

  it.each(['void', 'block'] as const)('lands-late: a %s comes late too', async (call) => {
    if (call === 'void') switchOn('payment=pending-forever', 'payment.void=lands-late:1');
    else switchOn('payment.block=lands-late:1');
    if (call === 'void') await gateway.charge(charge);
    expect(await gateway[call](charge)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.find(charge)).toMatchObject({ kind: call === 'void' ? 'pending' : 'none' });
    clock.advance(1_000);
    expect(await gateway.find(charge)).toMatchObject({ kind: call === 'void' ? 'voided' : 'blocked' });
  });

  it('lands-late: a refund comes late too', async () => {
    const chargeId = await charged();
    switchOn('refund=lands-late:1');
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject({ kind: 'unknown' });
    expect(server.ledger.held('7')).toBe(3_998);
    clock.advance(1_000);
    expect(server.ledger.held('7')).toBe(0);
  });

  it('wrong-amount: the answer contradicts the ledger, which is right', async () => {
    switchOn('payment=wrong-amount:1', 'payment.find=wrong-amount:1', 'refund=wrong-amount:1');
    const wrong = { amount: { amount: 3_999, currency: 'EUR' } };
    expect(await gateway.charge(charge)).toMatchObject(wrong);
    expect(await gateway.find(charge)).toMatchObject(wrong);
    expect(await gateway.refund(refundOf(server.ledger.charges('7')[0]!.chargeId))).toMatchObject(wrong);
    expect(server.ledger.charges('7')).toMatchObject([{ status: 'refunded', amount: charge.amount }]);
  });

  it('declined: nothing is charged, and asking again gives the same', async () => {
    switchOn('payment=declined:1');
    expect(await gateway.charge(charge)).toEqual({ kind: 'declined', reason: 'other', simulated: true });
    expect(await gateway.charge(charge)).toEqual({ kind: 'declined', reason: 'other', simulated: true });
    expect(server.ledger.held()).toBe(0);
  });

  it('late: the charge is pending and made some time later', async () => {
    switchOn('payment=late:1');
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'pending' });
    clock.advance(999);
    expect(await gateway.find(charge)).toMatchObject({ kind: 'pending' });
    clock.advance(1);
    expect(await gateway.find(charge)).toMatchObject({ kind: 'charged' });
  });

  it('late: a charge that was voided in time is never made', async () => {
    switchOn('payment=late:1');
    await gateway.charge(charge);
    expect(await gateway.void(charge)).toMatchObject({ kind: 'voided' });
    clock.advance(5_000);
    expect(server.ledger.held()).toBe(0);
  });

  it('pending-forever: the charge is never decided', async () => {
    switchOn('payment=pending-forever');
    await gateway.charge(charge);
    clock.advance(50_000);
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'pending' });
    expect(server.ledger.held()).toBe(0);
  });

  it('refund-async: the money is held until the refund is made', async () => {
    const chargeId = await charged();
    switchOn('refund=refund-async:1');
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject({ kind: 'refunding', chargeId });
    expect(server.ledger.held('7')).toBe(3_998);
    clock.advance(1_000);
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject({ kind: 'refunded', chargeId });
    expect(server.ledger.held('7')).toBe(0);
  });

  it('refund-fails: the key is spent, and the next key gives the money back', async () => {
    const chargeId = await charged();
    switchOn('refund=refund-fails:1');
    const failed = { kind: 'charged', failedRefunds: 1 };
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject(failed);
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject(failed);
    expect(await gateway.refund(refundOf(chargeId, 2))).toMatchObject({ kind: 'refunded' });
  });

  it('refund-fails-late: the refund is accepted and given up later', async () => {
    const chargeId = await charged();
    switchOn('refund=refund-fails-late:1');
    expect(await gateway.refund(refundOf(chargeId))).toMatchObject({ kind: 'refunding' });
    clock.advance(1_000);
    expect(await gateway.find(charge)).toMatchObject({ kind: 'charged', failedRefunds: 1 });
    expect(server.ledger.held('7')).toBe(3_998);
  });

  it('two faults meet one call: accepted and made later, and the answer never comes', async () => {
    switchOn('payment=late:1', 'payment=cut-after:1');
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.find(charge)).toMatchObject({ kind: 'pending' });
  });

  it('tells how long it asks to wait', async () => {
    switchOn('payment=rate-limited');
    expect(await gateway.charge(charge)).toMatchObject({ detail: 'answered 429 and asks to wait 1 s' });
  });

  it('a token whose undo is unavailable is charged, and given back by nobody', async () => {
    const stuck = { ...charge, token: 'sim-refund-unavailable' };
    const { chargeId = '' } = (await gateway.charge(stuck)) as { chargeId?: string };
    expect(await gateway.refund({ ...refundOf(chargeId), charge: stuck })).toMatchObject({ kind: 'unavailable' });
    expect(await gateway.block(stuck)).toMatchObject({ kind: 'unavailable' });
    expect(server.ledger.held('7')).toBe(3_998);
  });

  it('each fault of the gateway is tested here', () => {
    const tested = [
      ...faultedAnswers.map(({ fault }) => fault),
      'lands-late',
      'wrong-amount',
      'declined',
      'late',
      'pending-forever',
    ];
    // What is kept of a failure is tested with the keys.
    tested.push('error-replayed', 'refund-async', 'refund-fails', 'refund-fails-late');
    const known = faults.filter((kind: FaultKind) => kind.layers.includes('gateway')).map(({ name }) => name);
    expect(tested.sort()).toEqual(known.sort());
  });
});

import { type ChargeRequest, httpPaymentGateway, type PaymentGateway } from '@order-workflow/payment';
import { type HeldTimeLimits, holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PaymentGatewaySimulator, startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { aClock } from './a-clock.ts';
import { aim } from './aim.ts';
import { impatientSwitchboard } from './impatient-switchboard.ts';

const amount = { amount: 3_998, currency: 'EUR' } as const;
const charge: ChargeRequest = { key: 'order-7-charge', amount, method: 'CreditCard', token: 'tok_1' };
const day = 24 * 60 * 60 * 1000;
const clock = aClock();
let server: PaymentGatewaySimulator;
let gateway: PaymentGateway;
let limits: HeldTimeLimits;

beforeEach(async () => {
  limits = holdTimeLimits();
  server = await startPaymentGateway({ switchboard: impatientSwitchboard('gateway', limits), clock });
  gateway = httpPaymentGateway({ url: server.url, timeoutMs: 60_000 });
});
afterEach(() => {
  limits.letGo();
  return server.close();
});

async function charged(): Promise<string> {
  const answer = await gateway.charge(charge);
  if (answer.outcome !== 'charged') throw new Error(answer.outcome);
  return answer.chargeId;
}

describe('a key of the gateway', () => {
  it('is forgotten after a day, and only a query by it still finds the charge', async () => {
    const chargeId = await charged();
    clock.advance(day);
    expect(await gateway.find(charge)).toMatchObject({ outcome: 'charged', chargeId });
    expect(server.ledger.charges('7')).toHaveLength(1);
  });

  it('that is forgotten and sent again charges again: whoever does not ask first, pays twice', async () => {
    const chargeId = await charged();
    clock.advance(day - 1);
    expect(await charged()).toBe(chargeId);
    clock.advance(1);
    expect(await charged()).not.toBe(chargeId);
    expect(server.ledger.held('7')).toBe(2 * amount.amount);
  });

  it('stays blocked for ever', async () => {
    await gateway.block(charge);
    clock.advance(365 * day);
    expect(await gateway.charge(charge)).toEqual({ outcome: 'blocked', simulated: true });
  });

  it.each([{ method: 'PayPal' as const }, { token: 'tok_2' }, { amount: { amount: 3_998, currency: 'USD' as const } }])(
    'is refused with another body: %o',
    async (other) => {
      await charged();
      expect(await gateway.charge({ ...charge, ...other })).toMatchObject({ outcome: 'refused' });
      expect(server.ledger.held()).toBe(amount.amount);
    },
  );

  it('of a refund is refused for another charge', async () => {
    const key = 'order-7-refund';
    await gateway.refund({ key, chargeId: await charged(), amount, charge });
    const other = { ...charge, key: 'order-8-charge' };
    const { chargeId = '' } = (await gateway.charge(other)) as { chargeId?: string };
    expect(await gateway.refund({ key, chargeId, amount, charge: other })).toMatchObject({ outcome: 'refused' });
    expect(server.ledger.held('8')).toBe(amount.amount);
  });

  it('of a refund gives back once, though the refund came twice', async () => {
    const refund = { key: 'order-7-refund', chargeId: await charged(), amount, charge };
    await gateway.refund(refund);
    await gateway.refund(refund);
    await gateway.refund({ ...refund, key: 'order-7-refund-2' });
    const effects = server.ledger.journal().flatMap((entry) => (entry.kind === 'effect' ? [entry.effect] : []));
    expect(effects).toEqual(['charged', 'refunded']);
  });

  it('of a charge that never was gives nothing back', async () => {
    const refund = { key: 'order-7-refund', chargeId: 'ch_1', amount, charge };
    expect(await gateway.refund(refund)).toEqual({ outcome: 'none' });
    await gateway.block(charge);
    expect(await gateway.refund(refund)).toEqual({ outcome: 'blocked', simulated: true });
  });

  it('other than the order’s is not seen under the order, but in the sum', async () => {
    await gateway.charge({ ...charge, key: 'order-7-charge-2' });
    expect(server.ledger.held('7')).toBe(0);
    expect(server.ledger.held()).toBe(amount.amount);
  });

  it('and nothing else about the customer is kept', async () => {
    server.switchboard.add(aim('payment=lands-late:1'));
    await gateway.charge({ ...charge, token: 'tok_secret' });
    await gateway.charge({ ...charge, token: 'tok_secret' });
    const seen = await fetch(`${server.url}/_ledger`).then((answer) => answer.text());
    expect(seen).toContain('order-7-charge');
    expect(seen).not.toContain('tok_secret');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChargeRequest, PaymentGateway } from './payment-gateway.ts';

/** A gateway to be tried, with a ledger of its own. */
export interface GatewayUnderTest {
  readonly gateway: PaymentGateway;
  /** Payment tokens for which the world behind the gateway does as the name says. */
  readonly tokens: {
    readonly declined: string;
    /** The charge stays pending. */
    readonly pending: string;
    /** The charge stays pending until the customer confirms it. */
    readonly unconfirmed: string;
    /** The charge is made and its answer lost. */
    readonly answerLost: string;
    /** The charge is turned away and nothing happens. */
    readonly unavailable: string;
  };
  /** Whether it is a simulation, in which no money moves. */
  readonly simulated: boolean;
  close?(): Promise<void> | void;
}

/** What every payment gateway does. `make` gives a gateway that has seen no charge yet. */
export function paymentGatewayContract(name: string, make: () => GatewayUnderTest | Promise<GatewayUnderTest>): void {
  describe(`${name} keeps the contract of a payment gateway`, () => {
    let world: GatewayUnderTest;
    let gateway: PaymentGateway;
    beforeEach(async () => {
      world = await make();
      gateway = world.gateway;
    });
    afterEach(() => world.close?.());

    it('finds no charge that nobody asked for', async () => {
      expect(await gateway.find(aCharge())).toEqual({ kind: 'none' });
    });

    it('charges what was asked for and finds it again', async () => {
      const charged = await gateway.charge(aCharge());
      expect(charged).toMatchObject({
        kind: 'charged',
        amount: aCharge().amount,
        method: aCharge().method,
        failedRefunds: 0,
      });
      expect(await gateway.find(aCharge())).toEqual(charged);
    });

    it('answers with the ledger’s own way to pay, whatever a later caller thinks that it was', async () => {
      await gateway.charge(aCharge());
      expect(await gateway.find(aCharge({ method: 'PayPal' }))).toMatchObject({ method: aCharge().method });
    });

    it('says of every charge whether it is a simulation', async () => {
      const charged = await gateway.charge(aCharge());
      const answers = [
        charged,
        await gateway.find(aCharge()),
        await gateway.refund(refundOf(charged)),
        await gateway.charge(aCharge({ key: 'order-3-charge', token: world.tokens.declined })),
        await gateway.charge(aCharge({ key: 'order-4-charge', token: world.tokens.pending })),
        await gateway.void(aCharge({ key: 'order-4-charge', token: world.tokens.pending })),
        await gateway.block(aCharge({ key: 'order-5-charge' })),
      ];
      expect(answers.map((answer) => 'simulated' in answer)).toEqual(answers.map(() => world.simulated));
    });

    it('charges once, however often a key is sent', async () => {
      const first = await gateway.charge(aCharge());
      expect(await gateway.charge(aCharge())).toEqual(first);
      expect(await gateway.charge(aCharge())).toEqual(first);
    });

    it('makes another charge for another key', async () => {
      const one = await gateway.charge(aCharge());
      const two = await gateway.charge(aCharge({ key: 'order-2-charge' }));
      expect(idOf(two)).not.toBe(idOf(one));
    });

    it('refuses a key that comes with another amount, and keeps the charge', async () => {
      const first = await gateway.charge(aCharge());
      const other = aCharge({ amount: { amount: 1, currency: 'EUR' } });
      expect(await gateway.charge(other)).toMatchObject({ kind: 'misused' });
      expect(await gateway.find(aCharge())).toEqual(first);
    });

    it('declines the same way again', async () => {
      const charge = aCharge({ token: world.tokens.declined });
      const declined = await gateway.charge(charge);
      expect(declined).toMatchObject({ kind: 'declined' });
      expect(await gateway.charge(charge)).toEqual(declined);
      expect(await gateway.find(charge)).toEqual(declined);
    });

    it('refunds all of a charge once, however often the refund is sent', async () => {
      const refunded = await gateway.refund(refundOf(await gateway.charge(aCharge())));
      expect(refunded).toMatchObject({ kind: 'refunded', amount: aCharge().amount });
      expect(await gateway.refund(refundOf(refunded))).toEqual(refunded);
      expect(await gateway.find(aCharge())).toEqual(refunded);
    });

    it('charges nothing more under a key whose charge was refunded', async () => {
      const refunded = await gateway.refund(refundOf(await gateway.charge(aCharge())));
      expect(await gateway.charge(aCharge())).toEqual(refunded);
    });

    it('refuses to refund more than was charged, or another charge', async () => {
      const refund = refundOf(await gateway.charge(aCharge()));
      const more = { ...refund, amount: { amount: refund.amount.amount + 1, currency: 'EUR' } };
      expect(await gateway.refund(more)).toMatchObject({ kind: 'misused' });
      expect(await gateway.refund({ ...refund, chargeId: 'another' })).toMatchObject({ kind: 'misused' });
      expect(await gateway.find(aCharge())).toMatchObject({ kind: 'charged' });
    });

    it('says of a charge that a customer must confirm what it waits for, and of no other', async () => {
      const charge = aCharge({ token: world.tokens.unconfirmed });
      const pending = await gateway.charge(charge);
      expect(pending).toMatchObject({ kind: 'pending', reason: 'confirmation' });
      expect(await gateway.find(charge)).toEqual(pending);
      const other = await gateway.charge(aCharge({ key: 'order-2-charge', token: world.tokens.pending }));
      expect(other).not.toMatchObject({ reason: 'confirmation' });
      expect(await gateway.void(charge)).toMatchObject({ kind: 'voided' });
    });

    it('voids a charge that is pending, and charges nothing under its key later', async () => {
      const charge = aCharge({ token: world.tokens.pending });
      expect(await gateway.charge(charge)).toMatchObject({ kind: 'pending', amount: charge.amount });
      expect(await gateway.void(charge)).toMatchObject({ kind: 'voided' });
      expect(await gateway.void(charge)).toMatchObject({ kind: 'voided' });
      expect(await gateway.charge(charge)).toMatchObject({ kind: 'voided' });
      expect(await gateway.find(charge)).toMatchObject({ kind: 'voided' });
    });

    it('answers a void of a charge that was made with the charge', async () => {
      const charged = await gateway.charge(aCharge());
      expect(await gateway.void(aCharge())).toEqual(charged);
    });

    it('lets no charge land under a key that is blocked', async () => {
      expect(await gateway.block(aCharge())).toMatchObject({ kind: 'blocked' });
      expect(await gateway.block(aCharge())).toMatchObject({ kind: 'blocked' });
      expect(await gateway.charge(aCharge())).toMatchObject({ kind: 'blocked' });
      expect(await gateway.find(aCharge())).toMatchObject({ kind: 'blocked' });
    });

    it('blocks the key of a charge that was declined', async () => {
      const charge = aCharge({ token: world.tokens.declined });
      await gateway.charge(charge);
      expect(await gateway.block(charge)).toMatchObject({ kind: 'blocked' });
      expect(await gateway.charge(charge)).toMatchObject({ kind: 'blocked' });
      expect(await gateway.find(charge)).toMatchObject({ kind: 'blocked' });
    });

    it('answers a block that comes too late with the charge', async () => {
      const charged = await gateway.charge(aCharge());
      expect(await gateway.block(aCharge())).toEqual(charged);
    });

    it('says that it does not know when the answer to a charge was lost, and never that there is none', async () => {
      const charge = aCharge({ token: world.tokens.answerLost });
      expect(await gateway.charge(charge)).toMatchObject({ kind: 'unknown' });
      expect(['charged', 'unknown', 'unavailable']).toContain((await gateway.find(charge)).kind);
      expect(await gateway.block(charge)).toMatchObject({ kind: 'charged' });
    });

    it('has charged nothing when it was unavailable', async () => {
      const charge = aCharge({ token: world.tokens.unavailable });
      expect(await gateway.charge(charge)).toMatchObject({ kind: 'unavailable' });
      expect(await gateway.find(charge)).toEqual({ kind: 'none' });
      expect(await gateway.block(charge)).toMatchObject({ kind: 'blocked' });
    });
  });
}

function aCharge(fields: Partial<ChargeRequest> = {}): ChargeRequest {
  const amount = { amount: 3_998, currency: 'EUR' };
  return { key: 'order-1-charge', amount, method: 'CreditCard', token: 'tok_1', ...fields };
}

function idOf(answer: object): string {
  if ('chargeId' in answer && typeof answer.chargeId === 'string') return answer.chargeId;
  throw new Error(`no charge: ${JSON.stringify(answer)}`);
}

function refundOf(answer: object) {
  const charge = aCharge();
  return { key: 'order-1-refund', chargeId: idOf(answer), amount: charge.amount, charge };
}

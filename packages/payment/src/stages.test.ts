import { writtenVersion } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { paid } from '../test/a-payable-order.ts';
import { handler as process } from './lambda/process-payment.ts';
import { handler as refund } from './lambda/refund-payment.ts';
import { processPayment } from './process-payment-stage.ts';
import { refundPayment } from './refund-payment-stage.ts';

const contract = writtenVersion;
const validation = { total: { amount: 3_998, currency: 'EUR' } };

describe('the manifests', () => {
  it('read on when other teams add to the record', () => {
    const order = { ...anOrder().build(), giftWrap: true };
    const record = { contract, order, validation: { ...validation, taxes: [] }, fraudCheck: { score: 1 } };
    expect(processPayment.accepts(record)).toBe(true);
    const payment = { ...paid, fee: 1 };
    expect(refundPayment.accepts({ ...record, payment })).toBe(true);
  });
});

describe('the handler of ProcessPaymentFunction', () => {
  it('leaves the receipt of the charge and nothing that says who the customer is', async () => {
    const order = anOrder().with({ paymentToken: 'tok_secret', customerName: 'Ada' }).build();
    const receipt = await process({ contract, order, validation });
    expect(receipt).toEqual({
      chargeId: 'sim-order-12345-charge',
      amount: validation.total,
      method: 'CreditCard',
      chargedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      simulated: true,
    });
  });

  it('throws PaymentDeclined with a sentence for the customer', async () => {
    const token = { paymentToken: 'sim-expired-card', paymentMethod: 'DebitCard' } as const;
    const order = anOrder()
      .with({ orderId: 'declined', ...token })
      .build();
    await expect(process({ contract, order, validation })).rejects.toMatchObject({
      name: 'PaymentDeclined',
      message: 'The card was declined: it has expired.',
    });
  });

  it('says what is missing when it comes before Validate Order', async () => {
    await expect(process({ contract, order: anOrder().build() })).rejects.toMatchObject({
      name: 'StageContractBroken',
      message: expect.stringContaining('validation'),
    });
  });
});

describe('the handler of RefundPaymentFunction', () => {
  it('refuses a record of a version that it does not know', async () => {
    const record = { contract: 0, order: anOrder().build(), validation };
    await expect(refund(record)).rejects.toMatchObject({
      name: 'StageContractBroken',
      message: 'Refund Payment cannot read the record: contract: given 0, expected one of 1, 2',
    });
  });

  it('gives back what Process Payment charged, with or without its receipt', async () => {
    const order = anOrder().build();
    const payment = await process({ contract, order, validation });
    for (const record of [
      { contract, order, validation, payment },
      { contract, order, validation },
    ])
      expect(await refund(record)).toMatchObject({ status: 'refunded', amount: validation.total });
  });
});

import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { paidAtOnce } from './paid-at-once.ts';

const catalog = catalogOf();

describe(paidAtOnce, () => {
  it('rejects each way to pay that the deployment cannot wait for, and says which are left', () => {
    const rule = paidAtOnce('BankTransfer,PayPal');
    expect(rule(aBasket({}, { paymentMethod: 'BankTransfer' }), catalog)).toEqual([
      {
        field: 'paymentMethod',
        problem: 'given BankTransfer, which is not paid at once, expected CreditCard, DebitCard, ApplePay, GooglePay',
      },
    ]);
    expect(rule(aBasket({}, { paymentMethod: 'PayPal' }), catalog)).toHaveLength(1);
    expect(rule(aBasket({}, { paymentMethod: 'CreditCard' }), catalog)).toEqual([]);
  });

  it('says nothing of a way to pay that cannot be read: the form does', () => {
    expect(paidAtOnce('BankTransfer')(aBasket(), catalog)).toEqual([]);
    expect(paidAtOnce(undefined)(aBasket(), catalog)).toEqual([]);
  });

  it.each([undefined, ''])('takes every way to pay where the deployment waits for all (%j)', (unawaited) => {
    expect(paidAtOnce(unawaited)(aBasket({}, { paymentMethod: 'BankTransfer' }), catalog)).toEqual([]);
  });
});

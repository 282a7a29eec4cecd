import { describe, expect, it } from 'vitest';
import { readChargeBody } from './charge-body.ts';

const key = 'order-1-charge';
const amount = { amount: 3_998, currency: 'EUR' };
const charged = {
  key,
  status: 'charged',
  chargeId: 'ch_1',
  amount,
  method: 'PayPal',
  chargedAt: '2026-03-02T10:00:00.000Z',
};
const entry = {
  kind: 'charged',
  chargeId: 'ch_1',
  amount,
  method: 'PayPal',
  chargedAt: charged.chargedAt,
  failedRefunds: 0,
};

describe(readChargeBody, () => {
  it.each([
    [charged, entry],
    [{ ...charged, livemode: true }, entry],
    [
      { ...charged, livemode: false },
      { ...entry, simulated: true },
    ],
    [
      { key, status: 'blocked', livemode: false },
      { kind: 'blocked', simulated: true },
    ],
    [{ ...charged, failedRefunds: 2 }, expect.objectContaining({ failedRefunds: 2 })],
    [
      { key, status: 'declined', reason: 'expired-card' },
      { kind: 'declined', reason: 'expired-card' },
    ],
    [
      { key, status: 'declined', reason: 'the dog ate it' },
      { kind: 'declined', reason: 'other' },
    ],
    [
      { key, status: 'declined' },
      { kind: 'declined', reason: 'other' },
    ],
    [
      { key, status: 'pending', chargeId: 'ch_1', amount, fee: 1 },
      { kind: 'pending', chargeId: 'ch_1', amount },
    ],
    [
      { key, status: 'pending', chargeId: 'ch_1', amount, reason: 'confirmation', until: '2026-03-02T11:00:00.000Z' },
      { kind: 'pending', chargeId: 'ch_1', amount, reason: 'confirmation', until: '2026-03-02T11:00:00.000Z' },
    ],
    [
      { key, status: 'pending', chargeId: 'ch_1', amount, reason: 'full-moon' },
      { kind: 'pending', chargeId: 'ch_1', amount },
    ],
    [{ key, status: 'blocked' }, { kind: 'blocked' }],
  ])('reads %j', (body, read) => {
    expect(readChargeBody(body, key)).toEqual(read);
  });

  it.each([
    undefined,
    null,
    'charged',
    [],
    {},
    { ...charged, key: 'order-2-charge' },
    { ...charged, key: undefined },
    { ...charged, status: 'paid' },
    { ...charged, chargeId: '' },
    { ...charged, chargeId: 'x'.repeat(201) },
    { ...charged, amount: { amount: 39.98, currency: 'EUR' } },
    { ...charged, amount: { amount: -1, currency: 'EUR' } },
    { ...charged, amount: { amount: 1, currency: 'EURO' } },
    { ...charged, method: undefined },
    { ...charged, method: 'card' },
    { ...charged, livemode: 'no' },
    { ...charged, chargedAt: 'yesterday' },
    { ...charged, failedRefunds: -1 },
  ])('does not take %j for the charge', (body) => {
    expect(readChargeBody(body, key)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { comparableEnd } from './comparable-end.ts';

describe(comparableEnd, () => {
  it('masks ids and instants, and keeps that they are there', () => {
    const output = {
      outcome: 'fulfilled',
      payment: { chargeId: 'ch_1', amount: { amount: 3998, currency: 'EUR' }, chargedAt: '2026-01-01T00:00:00.000Z' },
    };
    expect(comparableEnd({ status: 'SUCCEEDED', output })).toEqual({
      status: 'SUCCEEDED',
      outcome: 'fulfilled',
      record: {
        outcome: 'fulfilled',
        payment: { chargeId: '<id>', amount: { amount: 3998, currency: 'EUR' }, chargedAt: '<instant>' },
      },
    });
  });

  it('keeps of a cause what the function said', () => {
    const cause = JSON.stringify({ errorType: 'PaymentDeclined', errorMessage: 'No.', trace: ['at file:///here'] });
    expect(comparableEnd({ status: 'SUCCEEDED', output: { failure: { cause } } }).record).toEqual({
      failure: { cause: 'No.' },
    });
    expect(comparableEnd({ status: 'FAILED', error: 'X', cause })).toEqual({
      status: 'FAILED',
      error: 'X',
      message: 'No.',
    });
    const wrapped = JSON.stringify({ Error: 'X', Cause: cause });
    expect(comparableEnd({ status: 'FAILED', error: 'X', cause: wrapped }).message).toBe('No.');
  });
});

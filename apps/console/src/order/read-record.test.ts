import { describe, expect, it } from 'vitest';
import { addedToRecord } from './added-to-record.ts';
import { readRecord } from './read-record.ts';

describe(readRecord, () => {
  it('reads the id of the order that was placed, and the outcome', () => {
    expect(readRecord('{"orderId":"7"}', '{"outcome":"refunded"}')).toEqual({ orderId: '7', outcome: 'refunded' });
  });

  it('reads under which id the customer was told', () => {
    expect(readRecord(undefined, '{"notification":{"notificationId":"n","status":"published"}}')).toEqual({
      notificationId: 'n',
    });
  });

  it('reads that the customer was not told: the notice was parked', () => {
    expect(
      readRecord(undefined, '{"notification":{"error":"NoticeUndeliverable","status":"parked","messageId":"m"}}'),
    ).toEqual({
      notTold: true,
    });
  });

  it('reads of every receipt, of whatever stage, whether it was simulated', () => {
    const output = {
      payment: { simulated: true },
      wrapping: { simulated: true },
      shipment: { simulated: false },
      order: {},
    };
    expect(readRecord(undefined, JSON.stringify(output))).toEqual({ simulated: ['payment', 'wrapping'] });
  });

  it('finds the id in the output when the input was withheld', () => {
    expect(readRecord(undefined, '{"order":{"orderId":"7"}}')).toEqual({ orderId: '7' });
  });

  it.each([[undefined], ['no JSON'], ['[]'], ['"text"'], ['{"orderId":7}']])('reads nothing from %j', (input) => {
    expect(readRecord(input, undefined)).toEqual({});
  });
});

describe(addedToRecord, () => {
  it('gives what is new or changed', () => {
    expect(addedToRecord('{"a":1,"b":{"c":1}}', '{"a":1,"b":{"c":2},"d":3}')).toEqual({ b: { c: 2 }, d: 3 });
  });

  it('does not compare what is no record', () => {
    expect(addedToRecord('[]', '{}')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { deskCsv } from './desk-csv.ts';
import type { DeskEntry } from './desk-entry.ts';

const entry: DeskEntry = {
  ...{ executionArn: 'arn', name: 'order-1', of: 'orders', status: 'FAILED', failures: 0, redriveCount: 0 },
  ...{ startedAt: 0, money: 'nothing held', parcel: 'nothing sent' },
};
const causeOf = (cause: string) =>
  deskCsv([{ ...entry, cause }])
    .split('nothing held')[0]
    ?.split(',FAILED,,,,')[1];

describe(deskCsv, () => {
  it('writes a line an execution under the names of the columns', () => {
    expect(deskCsv([{ ...entry, orderId: '1', total: { amount: 1999, currency: 'EUR' } }])).toBe(
      'order,execution,kind,attempt,status,outcome,state,error,cause,started,ended,redriven,total,money,parcel,customer,charge,tracking\r\n' +
        '1,order-1,order,,FAILED,,,,,1970-01-01T00:00:00.000Z,,0,19.99 EUR,nothing held,nothing sent,,,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '＝1', '＠x'])(
    'leads %j by an apostrophe, so that no spreadsheet takes it for a formula',
    (text) => {
      expect(causeOf(text)?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('keeps commas, quotes and lines in their cell', () => {
    expect(causeOf('a "b", c\nd')).toMatch(/^"a ""b"", c\nd",/);
  });
});

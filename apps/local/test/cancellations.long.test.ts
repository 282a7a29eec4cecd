import { injectedFaultText } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { brokenCancellations } from '../src/fault-table/broken-cancellations.ts';
import { orderMoments } from '../src/fault-table/cancel-moments.ts';
import { allCancellations } from '../src/fault-table/try-all-cancellations.ts';

/**
 * The sample order cancelled at one moment under every fault that a cancellation can meet, once and twice: what the books say. The
 * moment is another one each time, or `CANCEL_AT`; `cancellations:table` tries all of them.
 */

const price = 3998;
const drawn = orderMoments[Math.floor(Math.random() * orderMoments.length)];
const chosen = process.env['CANCEL_AT'];
const moment = chosen === undefined ? drawn : orderMoments.find(({ heading }) => heading.endsWith(chosen));

describe(`an order that is cancelled, under every fault: ${moment?.heading}`, () => {
  it('holds no money without a parcel once everything has ended, and the customer’s last notice is true', async () => {
    const entries = await allCancellations(moment ? [moment] : []);
    expect(brokenCancellations(entries, price)).toEqual([]);
    const places = new Set(entries.map(({ fault }) => injectedFaultText(fault).replace(/=.*/, '')));
    expect([...places]).toEqual(expect.arrayContaining(['takeover.read', 'takeover.write', 'takeover']));
  });
});

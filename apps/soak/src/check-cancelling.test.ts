import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { checkCancelling } from './check-cancelling.ts';
import type { EndedExecution, EndedOrder, LeftRecord } from './ended-order.ts';
import type { Standing } from './standing.ts';

const order = anOrder().with({ orderId: '1' }).build();
const ending = (record: LeftRecord, status = 'SUCCEEDED'): EndedExecution =>
  ({ name: 'x', id: 'arn:x', result: { status, output: record, stopDate: new Date(0) }, history: [] }) as never;
const placed = (outcome: string): Standing => ({
  ended: [{ ...ending({ outcome, validation: { attempt: 1 } }), order } as EndedOrder],
  cancellations: [],
});
const never: Standing = { ended: [], cancellations: [] };
const left: Standing = {
  ended: [],
  cancellations: [ending({ outcome: 'cancelled', failure: { error: 'OrderNotPlaced' } })],
};

describe(checkCancelling, () => {
  it.each<[string, Standing, string, boolean?]>([
    ['an order that is fulfilled', placed('fulfilled'), 'cancelled'],
    ['an order whose parcel has left', placed('fulfilled'), 'fulfilled'],
    ['an order that holds nothing', placed('declined'), 'duplicate'],
    ['an order that never came', never, 'cancelled'],
    ['an order that never came, a second time', left, 'duplicate'],
    ['nothing that it names', placed('fulfilled'), 'rejected', true],
  ])('is content with what comes of cancelling %s', (_, before, outcome, wrong = false) => {
    expect(checkCancelling('1', before, ending({ outcome }), wrong)).toEqual([]);
  });

  it.each<[string, Standing, string, boolean?]>([
    ['an order that is fulfilled and left as it is', placed('fulfilled'), 'duplicate'],
    ['an order that was declined and is cancelled once more', placed('declined'), 'cancelled'],
    ['an order that never came, to which nothing happens', never, 'duplicate'],
    ['an order by a request that names none', placed('fulfilled'), 'cancelled', true],
  ])('notices what comes of cancelling %s', (_, before, outcome, wrong = false) => {
    expect(checkCancelling('1', before, ending({ outcome }), wrong).join()).toContain('not kept: a cancellation');
  });

  it('says nothing of an order on which somebody may still work, or of a cancellation that failed', () => {
    const failed: Standing = { ...never, ended: [{ ...ending({}, 'FAILED'), order } as EndedOrder] };
    expect(checkCancelling('1', failed, ending({ outcome: 'duplicate' }), false)).toEqual([]);
    expect(checkCancelling('1', placed('fulfilled'), ending({}, 'FAILED'), false)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ClosedOrder } from './judge-close.ts';
import { judgeSent } from './judge-sent.ts';
import { anExecution, anItem } from './testing/an-item.ts';

const notice = { id: 'order-12345-notice-declined', sequence: 1, state: 'sending' } as const;
const closed: ClosedOrder = { ...anItem({ revision: 2 }), status: 'declined', notice };

describe(judgeSent, () => {
  it('marks the notice that was published', () => {
    expect(judgeSent(closed, closed)).toEqual({ answer: 'marks', item: closed });
  });

  it('marks the notice of an end that was announced, though it has come meanwhile', () => {
    const announced = { ...closed, status: 'open', announced: 'declined' } as const;
    expect(judgeSent(announced, announced)).toEqual({ answer: 'marks', item: announced });
    expect(judgeSent(closed, announced)).toEqual({ answer: 'marks', item: closed });
  });

  it('finds that it is marked', () => {
    expect(judgeSent({ ...closed, notice: { ...notice, state: 'sent' } }, closed)).toEqual({ answer: 'marked' });
  });

  it('marks nothing once the order has gone on', () => {
    const later = [
      { owner: anExecution('b'), attempt: 2, status: 'open' },
      { owner: anExecution('b') },
      { attempt: 2 },
      { notice: { ...notice, sequence: 2 } },
      { notice: { ...notice, id: 'order-12345-notice-cancelled' } },
    ] as const;
    for (const fields of later) expect(judgeSent({ ...closed, ...fields }, closed)).toEqual({ answer: 'superseded' });
    expect(judgeSent(undefined, closed)).toEqual({ answer: 'superseded' });
  });
});

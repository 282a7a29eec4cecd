import { describe, expect, it } from 'vitest';
import { judgeAnnouncement } from './judge-announcement.ts';
import { aClosing, anExecution, anItem } from './testing/an-item.ts';

const refunded = aClosing({ outcome: 'refunded' });
const notice = { id: 'order-12345-notice-refunded', sequence: 1, state: 'sent' } as const;

describe(judgeAnnouncement, () => {
  it('lets the owner of an open attempt announce its end, and who cancels it', () => {
    for (const item of [undefined, anItem(), anItem({ status: 'cancelling' })])
      expect(judgeAnnouncement(item, refunded)).toEqual({ answer: 'announces' });
  });

  it('finds what was announced before, but not another end that somebody else announced of it', () => {
    const item = anItem({ notice, announced: 'refunded' });
    expect(judgeAnnouncement(item, refunded)).toEqual({ answer: 'announced', order: item });
    const cancelled = aClosing({ outcome: 'cancelled' });
    expect(judgeAnnouncement({ ...item, status: 'cancelling' }, cancelled)).toEqual({ answer: 'announces' });
  });

  it('finds the notice of an earlier attempt to be none of this one', () => {
    const second = anItem({ attempt: 2, notice: { ...notice, id: 'order-12345-notice-declined' } });
    expect(judgeAnnouncement(second, { ...refunded, attempt: 2 })).toEqual({ answer: 'announces' });
  });

  it('announces nothing of an order that is another’s, nor of one that has ended', () => {
    const others = anItem({ owner: anExecution('b'), status: 'cancelling' });
    expect(judgeAnnouncement(others, refunded)).toMatchObject({ answer: 'not-owned', status: 'cancelling' });
    const ended = anItem({ status: 'refunded', notice });
    expect(judgeAnnouncement(ended, refunded)).toEqual({ answer: 'closed', order: ended });
  });
});

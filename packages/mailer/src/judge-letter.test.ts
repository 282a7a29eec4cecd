import { describe, expect, it } from 'vitest';
import { judgeLetter } from './judge-letter.ts';
import { type LetterItem, letterIdOf } from './letter-item.ts';
import { aMailedNotice } from './testing/a-mailed-notice.ts';

const now = Date.UTC(2026, 2, 2);
const leaseMs = 90_000;
const notice = aMailedNotice({ sequence: 2 });

const anItem = (fields: Partial<LetterItem>): LetterItem => ({
  ...{ letterId: letterIdOf(notice), notificationId: notice.notificationId, sequence: 2 },
  ...{ state: 'sending', handed: 1, since: now - leaseMs, revision: 4, ...fields },
});

describe(judgeLetter, () => {
  it('sends the first letter of an order', () => {
    expect(judgeLetter(undefined, notice, { now, leaseMs })).toEqual({
      kind: 'sends',
      again: false,
      item: anItem({ since: now, revision: 1 }),
    });
  });

  it.each<[what: string, found: Partial<LetterItem>, judged: object]>([
    ['was sent', { state: 'sent' }, { kind: 'dropped', why: 'sent-before' }],
    ['came back', { state: 'returned' }, { kind: 'dropped', why: 'sent-before' }],
    ['is of a later notice', { sequence: 3, notificationId: 'later' }, { kind: 'dropped', why: 'outdated' }],
    ['is of an earlier notice', { sequence: 1, notificationId: 'earlier', state: 'sent' }, { again: false }],
    ['is of another notice under the same number, as after a restore', { notificationId: 'other' }, { again: false }],
    ['is being sent', { since: now - leaseMs + 1 }, { kind: 'under-way' }],
    ['was handed over, and nobody said what came of it', {}, { kind: 'sends', again: true }],
    ['was so twice', { handed: 2 }, { kind: 'given-up' }],
    ['was certainly not taken', { state: 'unsent', handed: 0, since: now }, { kind: 'sends', again: false }],
    ['was not taken at the second try', { state: 'unsent', handed: 1, since: now }, { kind: 'sends', again: true }],
  ])('where the last one %s', (_, found, judged) => {
    expect(judgeLetter(anItem(found), notice, { now, leaseMs })).toMatchObject(judged);
  });

  it('keeps notices of an order that nobody claimed apart from each other', () => {
    const { sequence: _, orderId: __, ...unclaimed } = aMailedNotice();
    const [one, other] = ['a', 'b'].map((notificationId) => letterIdOf({ ...unclaimed, notificationId }));
    expect(one).not.toBe(other);
    expect(letterIdOf(aMailedNotice({ notificationId: 'a' }))).toBe(letterIdOf(aMailedNotice({ notificationId: 'b' })));
  });
});

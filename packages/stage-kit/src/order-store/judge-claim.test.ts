import { describe, expect, it } from 'vitest';
import { answerNote } from './execution-identity.ts';
import { attemptsByContent, type Claimant, judgeClaim } from './judge-claim.ts';
import type { OrderItem } from './order-item.ts';
import { holdsNothing, type OrderStatus, orderStatusSchema } from './order-status.ts';
import { anExecution, anItem } from './testing/an-item.ts';

const statuses = orderStatusSchema.options;
const me = (says: Partial<Claimant> = {}): Claimant => ({
  execution: anExecution('me'),
  fingerprint: 'content-1',
  ...says,
});
const mine = (fields: Partial<OrderItem>) => anItem({ owner: anExecution('me'), ...fields });
const otherContent = { fingerprint: 'content-9' };

describe(judgeClaim, () => {
  it('gives an order that nobody has to whoever asks, as its first attempt', () => {
    expect(judgeClaim(undefined, me())).toEqual({ answer: 'owns', attempt: 1 });
    expect(judgeClaim(undefined, me({ attempt: 7 }))).toEqual({ answer: 'owns', attempt: 1 });
  });

  it('lets the owner of an open order go on with what it stored, whatever it says now', () => {
    const item = mine({ attempt: 3 });
    for (const says of [{}, otherContent, { attempt: 4 }])
      expect(judgeClaim(item, me(says))).toEqual({ answer: 'owned', record: item.record });
  });

  it.each(statuses.filter((status) => status !== 'open' && status !== 'cancelling'))(
    'ends the owner of an order that is %s with that, and never gives it another attempt',
    (status) => {
      for (const says of [{}, otherContent, { attempt: 3 }])
        expect(judgeClaim(mine({ attempt: 2, status }), me(says))).toEqual({
          answer: 'ended',
          attempt: 2,
          outcome: status,
        });
    },
  );

  it('takes the owner of an order that is being cancelled for a duplicate: whoever cancels it tells of it', () => {
    const item = mine({ status: 'cancelling' });
    expect(judgeClaim(item, me())).toEqual({
      answer: 'duplicate',
      owner: item.owner,
      attempt: 1,
      status: 'cancelling',
    });
  });

  /** Whether it is the next attempt, may yet become it as the order goes on, or never will. */
  const nextAttempt: readonly [says: string, Partial<Claimant>, isNext: boolean | 'later'][] = [
    ['the content of the last attempt', { fingerprint: 'content-2' }, false],
    ['the content of an earlier attempt', { fingerprint: 'content-1' }, false],
    ['content that no attempt had', otherContent, true],
    ['the next attempt', { attempt: 3 }, true],
    ['the next attempt, with other content', { attempt: 3, ...otherContent }, true],
    ['the present attempt, with other content', { attempt: 2, ...otherContent }, false],
    ['an earlier attempt, with other content', { attempt: 1, ...otherContent }, false],
    ['an attempt too far, with other content', { attempt: 4, ...otherContent }, 'later'],
  ];
  describe.each(statuses)('of another whose second attempt is %s', (status) => {
    it.each(nextAttempt)('judges who says %s', (_, says, isNext) => {
      const item = anItem({ attempt: 2, status });
      const standing = { owner: item.owner, attempt: 2, status };
      const no = isNext ? { answer: 'refuses', item, ...standing } : { answer: 'duplicate', ...standing };
      const owns = isNext === true && holdsNothing(status);
      expect(judgeClaim(item, me(says))).toEqual(owns ? { answer: 'owns', attempt: 3 } : no);
    });

    it.each(nextAttempt)(
      'gives none who was refused before, and says %s (regression: the next attempt stayed open, owned by an execution that had ended as a duplicate)',
      (_, says) => {
        const item = anItem({ attempt: 2, status, answered: ['other', answerNote(anExecution('me'))] });
        expect(judgeClaim(item, me(says))).toEqual({ answer: 'duplicate', owner: item.owner, attempt: 2, status });
      },
    );
  });

  it('knows which ends leave nothing', () => {
    const nothing: OrderStatus[] = ['rejected', 'declined', 'refunded', 'cancelled'];
    expect(statuses.filter(holdsNothing)).toEqual(nothing);
  });

  it('gives twenty attempts to new content, and more only to whoever says which', () => {
    const last = anItem({ attempt: attemptsByContent, status: 'declined' });
    const before = anItem({ attempt: attemptsByContent - 1, status: 'declined' });
    const fresh = { fingerprint: 'content-99' };
    expect(judgeClaim(before, me(fresh))).toEqual({ answer: 'owns', attempt: 20 });
    expect(judgeClaim(last, me(fresh))).toMatchObject({ answer: 'duplicate', attempt: 20 });
    expect(judgeClaim(last, me({ attempt: 21 }))).toEqual({ answer: 'owns', attempt: 21 });
  });

  it('takes an execution whose name was used before for another one', () => {
    const owner = { ...anExecution('me'), startedAt: '2025-01-01T00:00:00.000Z' };
    expect(judgeClaim(anItem({ owner }), me())).toMatchObject({ answer: 'duplicate', owner });
    expect(judgeClaim(anItem({ owner, status: 'fulfilled' }), me())).toMatchObject({ answer: 'duplicate' });
  });
});

import { describe, expect, it } from 'vitest';
import { answerNote } from './execution-identity.ts';
import { judgeTakeover } from './judge-takeover.ts';
import type { OrderItem } from './order-item.ts';
import { orderStatusSchema } from './order-status.ts';
import { anExecution, anItem } from './testing/an-item.ts';

const canceller = anExecution('canceller');
const judge = (item?: Partial<OrderItem>) => judgeTakeover(item && anItem(item), canceller).answer;

describe(judgeTakeover, () => {
  it.each([
    ['open', 'takes'],
    ['cancelling', 'takes'],
    ['fulfilled', 'takes'],
    ['rejected', 'ends'],
    ['declined', 'ends'],
    ['refunded', 'ends'],
    ['cancelled', 'ends'],
  ] as const)('of an order of another that is %s: %s', (status, answer) => {
    expect(judge({ status })).toBe(answer);
  });

  it('knows every status', () => {
    for (const status of orderStatusSchema.options) expect(judge({ status })).toMatch(/takes|ends/);
  });

  it('leaves an order that is nowhere cancelled', () => {
    expect(judge()).toBe('leaves');
    const left = { status: 'cancelled', attempt: 0 } as const;
    expect(judge({ ...left, owner: canceller })).toBe('left');
    expect(judge(left)).toBe('ends');
  });

  it('gives what this execution took the same record again, and takes nothing again that it has ended', () => {
    const own = { owner: canceller, worker: anExecution() };
    expect(judgeTakeover(anItem({ ...own, status: 'cancelling' }), canceller)).toEqual({
      answer: 'taken',
      record: anItem().record,
      worker: anExecution(),
    });
    expect(judge({ ...own, status: 'cancelled' })).toBe('ended');
    expect(judge({ ...own, status: 'fulfilled' })).toBe('ended');
  });

  it('gives one that was answered before no attempt that began since (regression: the next attempt stayed `cancelling`, owned by an execution that had ended)', () => {
    for (const status of ['open', 'cancelling', 'fulfilled', 'declined'] as const)
      expect(judge({ status, answered: ['other', answerNote(canceller)] })).toBe('ended');
    expect(judge({ status: 'open', answered: ['other'] })).toBe('takes');
  });

  it('tells an execution from one of the same name and moment of the other state machine', () => {
    const { id, startedAt } = anExecution();
    const namesake = { id: id.replace(':orders:', ':cancellations:'), startedAt };
    expect(judgeTakeover(anItem({ status: 'open' }), namesake).answer).toBe('takes');
  });

  describe('from another that cancels', () => {
    const at = (second: number, name = 'canceller') => ({
      ...anExecution(name),
      startedAt: `2026-03-02T10:00:0${second}.000Z`,
    });
    const asked = (status: 'cancelling' | 'fulfilled', owner: ReturnType<typeof at>, by = at(5)) =>
      judgeTakeover(anItem({ status, owner, worker: anExecution() }), by).answer;

    it('takes it where that began before, also where its parcel stood', () => {
      for (const status of ['cancelling', 'fulfilled'] as const)
        for (const earlier of [at(4, 'z'), at(5, 'a')]) expect(asked(status, earlier)).toBe('takes');
    });

    it('takes nothing back that it has lost to a later one, however late its call is repeated (regression: the order stayed `cancelling`, owned by an execution that had ended)', () => {
      for (const status of ['cancelling', 'fulfilled'] as const)
        for (const later of [at(6, 'a'), at(5, 'z')]) expect(asked(status, later)).toBe('ends');
    });
  });
});

import { describe, expect, it } from 'vitest';
import { type Closer, judgeClose } from './judge-close.ts';
import { isEnd, orderStatusSchema } from './order-status.ts';
import { anExecution, anItem } from './testing/an-item.ts';

const me: Closer = { execution: anExecution(), attempt: 2, outcome: 'refunded' };
const notice = { id: 'order-12345.2-notice-refunded', sequence: 3, state: 'sending' } as const;

describe(judgeClose, () => {
  it('lets the owner end its attempt, which it works on or cancels', () => {
    expect(judgeClose(anItem({ attempt: 2 }), me)).toEqual({ answer: 'closes' });
    const taken = anItem({ attempt: 2, status: 'cancelling', worker: anExecution('b') });
    expect(judgeClose(taken, { ...me, outcome: 'cancelled' })).toEqual({ answer: 'closes' });
  });

  it('finds what it ended so before, with the notice as it stands', () => {
    for (const state of ['sending', 'sent'] as const) {
      const item = anItem({ attempt: 2, status: 'refunded', notice: { ...notice, state } });
      expect(judgeClose(item, me)).toEqual({ answer: 'closed', order: item });
    }
  });

  it('refuses the owner that would end an attempt in two ways', () => {
    for (const status of orderStatusSchema.options.filter((one) => isEnd(one) && one !== 'refunded')) {
      const item = anItem({ attempt: 2, status, notice });
      expect(judgeClose(item, me)).toEqual({ answer: 'not-owned', owner: item.owner, attempt: 2, status });
    }
  });

  it('refuses an execution that does not own the order, however it stands', () => {
    for (const status of orderStatusSchema.options) {
      const item = anItem({ attempt: 2, owner: anExecution('b'), status, notice });
      expect(judgeClose(item, me)).toEqual({ answer: 'not-owned', owner: item.owner, attempt: 2, status });
    }
  });

  it('refuses to end another attempt than the one that is owned', () => {
    expect(judgeClose(anItem({ attempt: 3 }), me)).toMatchObject({ answer: 'not-owned', attempt: 3 });
    expect(judgeClose(anItem({ attempt: 1 }), me)).toMatchObject({ answer: 'not-owned', attempt: 1 });
  });

  it('ends whichever attempt the execution owns, where that was rejected before it learned which', () => {
    const unaware = { ...me, attempt: undefined };
    expect(judgeClose(anItem({ attempt: 3 }), unaware)).toEqual({ answer: 'closes' });
    expect(judgeClose(anItem({ attempt: 3, owner: anExecution('b') }), unaware)).toMatchObject({ answer: 'not-owned' });
  });

  it('knows an execution of a definition that says its name alone', () => {
    const execution = { ...me.execution, id: 'a' };
    expect(judgeClose(anItem({ attempt: 2 }), { ...me, execution })).toEqual({ answer: 'closes' });
    const another = { ...execution, startedAt: '2026-03-01T10:00:00.001Z' };
    expect(judgeClose(anItem({ attempt: 2 }), { ...me, execution: another })).toMatchObject({ answer: 'not-owned' });
  });

  it('ends an order that has no item, since nobody else owns it', () => {
    expect(judgeClose(undefined, me)).toEqual({ answer: 'closes' });
  });

  it('claims the notice of an end that a deployment noted without one', () => {
    expect(judgeClose(anItem({ attempt: 2, status: 'refunded' }), me)).toEqual({ answer: 'closes' });
  });
});

import { describe, expect, it } from 'vitest';
import { judgeAdoption } from './judge-adoption.ts';
import type { OrderStatus } from './order-status.ts';
import type { Adoption } from './order-store.ts';
import { aClaim, anExecution, anItem } from './testing/an-item.ts';

const at = (hour: string) => `2026-03-01T${hour}:00:00.000Z`;
const later = { ...anExecution('b'), startedAt: at('11') };
const earlier = { ...anExecution('b'), startedAt: at('09') };

function anAdoption(fields: Partial<Adoption> = {}): Adoption {
  return { ...aClaim({ execution: later }), status: 'open', beforeClaims: true, ...fields };
}

describe(judgeAdoption, () => {
  it('writes an item where there is none', () => {
    const { item } = judgeAdoption(undefined, anAdoption({ status: 'fulfilled' })) as { item: object };
    expect(item).toMatchObject({ owner: later, attempt: 1, status: 'fulfilled', revision: 1 });
    expect(item).not.toHaveProperty('notice');
  });

  // found, begun at ten; another's; whose the order is
  it.each<[OrderStatus, OrderStatus, typeof later, 'adopts' | 'kept']>([
    ['declined', 'fulfilled', earlier, 'adopts'],
    ['declined', 'open', earlier, 'adopts'],
    ['declined', 'refunded', later, 'adopts'],
    ['declined', 'refunded', earlier, 'kept'],
    ['open', 'fulfilled', earlier, 'adopts'],
    ['open', 'open', later, 'adopts'],
    ['open', 'open', earlier, 'kept'],
    ['open', 'rejected', later, 'kept'],
    ['fulfilled', 'open', later, 'kept'],
    ['fulfilled', 'declined', later, 'kept'],
    ['fulfilled', 'fulfilled', later, 'adopts'],
  ])('weighs %s against %s of another execution', (status, other, execution, answer) => {
    const judgement = judgeAdoption(anItem({ status }), anAdoption({ status: other, execution }));
    expect(judgement.answer).toBe(answer);
    if ('item' in judgement) expect(judgement.item).toMatchObject({ owner: execution, status: other, revision: 2 });
  });

  it('keeps in mind what each of them asked for, whose order it is or not', () => {
    const found = anItem({ status: 'declined' });
    for (const [status, answer] of [
      ['fulfilled', 'adopts'],
      ['declined', 'notes'],
    ] as const)
      expect(
        judgeAdoption(found, anAdoption({ status, execution: earlier, fingerprint: 'another card' })),
      ).toMatchObject({ answer, item: { fingerprints: ['content-1', 'another card'], revision: 2 } });
  });

  it.each([
    ['was tried again', anItem({ status: 'declined', attempt: 2 })],
    ['has a notice', anItem({ status: 'declined', notice: { id: 'n', sequence: 1, state: 'sent' } })],
  ])('leaves alone what %s', (_, found) => {
    expect(judgeAdoption(found, anAdoption({ status: 'fulfilled' }))).toEqual({ answer: 'kept' });
  });

  it('weighs nothing once there are claims', () => {
    const { beforeClaims: _, ...adoption } = anAdoption({ status: 'fulfilled' });
    expect(judgeAdoption(anItem(), adoption)).toEqual({ answer: 'kept' });
  });

  it('ends what it adopted while it ran, and nothing else of it', () => {
    const own = { execution: anExecution(), beforeClaims: false };
    const ended = judgeAdoption(anItem(), anAdoption({ ...own, status: 'declined' }));
    expect(ended).toEqual({ answer: 'adopts', item: anItem({ status: 'declined', revision: 2 }) });
    expect(judgeAdoption(anItem(), anAdoption(own))).toEqual({ answer: 'kept' });
    const closed = anItem({ status: 'declined' });
    expect(judgeAdoption(closed, anAdoption({ ...own, status: 'fulfilled' }))).toEqual({ answer: 'kept' });
  });
});

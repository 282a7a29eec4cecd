import { anOrder } from '@order-workflow/order-domain/testing';
import { expect, it } from 'vitest';
import { checkAllEnded, checkEnded } from './check-ended.ts';
import type { EndedExecution, EndedOrder } from './ended-order.ts';

const ended = (name: string, result: object): EndedOrder =>
  ({ name, id: `arn:${name}`, order: anOrder().build(), result, history: [] }) as unknown as EndedOrder;
const stopped = ended('one', { status: 'ABORTED', error: 'OrderCancelled' });
const failed = ended('one', { status: 'FAILED', error: 'X' });
const takes = (worker: string, status = 'SUCCEEDED'): EndedExecution =>
  ended('cancel', { status, output: { outcome: 'cancelled', takeover: { worker } } });

it('lets an execution end otherwise than well only where a cancellation has taken its order over', () => {
  const cancellations = [takes('arn:one')];
  for (const one of [stopped, failed]) expect(checkEnded({ ended: [one], cancellations })).toEqual([]);
});

it('takes who had the attempt of a rejected order for the one that its cancellation took it from', () => {
  const left = { outcome: 'cancelled', failure: { stage: 'takeover', error: 'OrderNeverAccepted' } };
  const cancellation = (owned: number) => ({ ...ended('cancel', { status: 'SUCCEEDED', output: left }), owned });
  const rejected = { ...failed, owned: 1 };
  expect(checkEnded({ ended: [rejected], cancellations: [cancellation(1)] })).toEqual([]);
  expect(checkEnded({ ended: [rejected], cancellations: [cancellation(2)] })).toHaveLength(1);
  expect(checkEnded({ ended: [failed], cancellations: [cancellation(1)] })).toHaveLength(1);
});

it.each([
  ['one: not kept: FAILED (X)', [failed], []],
  ['one: not kept: FAILED (X)', [failed], [takes('arn:two')]],
  ['one: not kept: who stops an execution', [stopped], [takes('arn:two')]],
  ['one: not kept: ABORTED', [ended('one', { status: 'ABORTED' })], []],
  ['cancel: not kept: FAILED', [], [takes('arn:one', 'FAILED')]],
])('notices what has not ended well: %s', (problem, orders, cancellations) => {
  expect(checkEnded({ ended: orders, cancellations }).join()).toContain(problem);
});

it('notices what was begun and never ended', () => {
  const begun = { sent: ['one', 'two'].map((name) => ({ name, order: anOrder().build() })), cancellations: ['cancel'] };
  const standing = { ended: [failed], cancellations: [takes('arn:one')] };
  expect(checkAllEnded(begun, standing)).toEqual(['two: not kept: every execution ends']);
  expect(checkAllEnded(begun, { ended: [failed], cancellations: [] })).toHaveLength(2);
});

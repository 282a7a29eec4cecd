import { describe, expect, it } from 'vitest';
import type { CancelPlan } from './cancel-plan.ts';
import { beginOrder, takeCancel } from './order-run.ts';
import type { Schedule } from './schedule.ts';
import { Triggers } from './triggers.ts';

const cancel: CancelPlan = { during: 'working', at: 2, moment: 'before', laterMs: 0, times: 1, wrong: false };
const state = (stateName: string) => ({ stateName });

function aRun(cancels: readonly CancelPlan[], schedule: Partial<Pick<Schedule, 'ambushes' | 'events'>> = {}) {
  const order = beginOrder({ contents: [], messages: [], cancels }, 0);
  const triggers = new Triggers({ ambushes: [], events: [], ...schedule }, [order]);
  const step = (moment: 'before' | 'after', name = 'Ship Order') => triggers.due(moment, 'orders', state(name));
  return { order, triggers, step };
}

const named = (due: { readonly cancels: readonly (readonly [unknown, CancelPlan])[] }) =>
  due.cancels.map(([, one]) => one);

describe(Triggers, () => {
  it('brings a cancellation about once, at its invocation, before or after it', () => {
    const after = { ...cancel, at: 1, moment: 'after' as const };
    const { step } = aRun([cancel, after]);
    expect([step('before'), step('after'), step('before'), step('after')].map(named)).toEqual([
      [],
      [after],
      [cancel],
      [],
    ]);
  });

  it('lets no day pass while a function is at work, which ends within its time-out', () => {
    const { triggers } = aRun([], { events: [{ at: 1, what: 'day-passes' }] });
    const due = (isAtWork: boolean) => triggers.due('before', 'orders', state('Await Payment'), isAtWork).events;
    expect([due(true), due(false), due(false)]).toEqual([[], ['day-passes'], []]);
  });

  it('brings it about again in another life of the process, unless it has begun', () => {
    const { step, order, triggers } = aRun([{ ...cancel, at: 1 }]);
    expect(named(step('before'))).toHaveLength(1);
    triggers.lifeBegins();
    expect(named(step('before'))).toHaveLength(1);
    takeCancel(order, order.plan.cancels[0]!);
    triggers.lifeBegins();
    expect(named(step('before'))).toEqual([]);
  });

  it('counts for some only from when what failed is redriven, and brings others never about', () => {
    const redriving = { ...cancel, at: 1, during: 'redriving' as const };
    const { step, triggers } = aRun([
      redriving,
      { ...cancel, during: 'given-up' },
      { ...cancel, during: 'long-after' },
    ]);
    expect([step('before'), step('before')].flatMap(named)).toEqual([]);
    triggers.redriving();
    expect(named(step('before'))).toEqual([redriving]);
  });

  it('switches a fault on at the so-many-th try of a state of one machine', () => {
    const ambush = { machine: 'orders' as const, state: 'Await Payment', nth: 2, fault: 'payment=killed:1' };
    const { step, triggers } = aRun([], { ambushes: [ambush] });
    expect(step('before', 'Await Payment').faults).toEqual([]);
    expect(triggers.due('before', 'cancellations', state('Await Payment')).faults).toEqual([]);
    expect(step('before', 'Process Payment').faults).toEqual([]);
    expect(step('before', 'Await Payment').faults).toEqual(['payment=killed:1']);
    expect(step('before', 'Await Payment').faults).toEqual([]);
  });

  it('lets nobody stop what was stopped and is redriven', () => {
    const { step, triggers } = aRun([], { events: [{ at: 2, what: 'stopped' }] });
    step('before');
    triggers.redriving();
    expect(step('before').events).toEqual([]);
  });
});

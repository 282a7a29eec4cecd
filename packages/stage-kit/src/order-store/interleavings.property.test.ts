import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryOrderTable } from './adapters/memory-order-table.ts';
import type { ExecutionIdentity } from './execution-identity.ts';
import type { OrderItem } from './order-item.ts';
import { type AttemptEnd, isEnd } from './order-status.ts';
import type { Closing, OrderStore } from './order-store.ts';
import { orderStoreOver } from './order-store-over.ts';
import type { OrderTable } from './order-table.ts';
import { aClaim, aClosing, anExecution } from './testing/an-item.ts';
import { never } from './testing/contract-case.ts';
import { tableWithFaults, type WriteFault } from './testing/table-with-faults.ts';

/** One execution of the order: what it asks for, how its work ends, and what its writes meet. */
interface Run {
  /** Whether it cancels the order instead. */
  readonly cancels: boolean;
  readonly content: string;
  readonly attempt: number | undefined;
  readonly outcome: AttemptEnd;
  /** Whether it says how it will end before it ends. */
  readonly announces: boolean;
  /** How often it is started: a repeat is a retry or a redrive. */
  readonly times: number;
  /** Whether its calls are made at once, as when an invocation is repeated whose first is still under way. */
  readonly atOnce: boolean;
  readonly faults: readonly WriteFault[];
}

const run: fc.Arbitrary<Run> = fc.record({
  cancels: fc.constantFrom(false, false, true),
  content: fc.constantFrom('red card', 'blue card', 'green card'),
  attempt: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 4 }),
  outcome: fc.constantFrom<AttemptEnd>('declined', 'refunded', 'fulfilled'),
  announces: fc.boolean(),
  times: fc.integer({ min: 1, max: 3 }),
  atOnce: fc.boolean(),
  faults: fc.array(
    fc.constantFrom<WriteFault>('none', 'throttled', 'lost-before-write', 'lost-after-write', 'lands-later'),
    {
      maxLength: 4,
    },
  ),
});

/** What was written, in order, whoever wrote it. */
function recorded(table: OrderTable, written: OrderItem[]): OrderTable {
  return {
    read: table.read,
    async writeIf(...write) {
      const answer = await table.writeIf(...write);
      if (answer.answer === 'written') written.push(write[0]);
      return answer;
    },
  };
}

it('gives an order one owner at a time and each attempt one end, however executions, retries and faults interleave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(run, { minLength: 2, maxLength: 4 }), async (scheduler, runs) => {
      const written: OrderItem[] = [];
      const table = recorded(memoryOrderTable(), written);
      const scheduled: OrderTable = {
        read: scheduler.scheduleFunction(table.read),
        writeIf: scheduler.scheduleFunction(table.writeIf),
      };
      const owned: string[] = [];
      const refused: { readonly execution: ExecutionIdentity; readonly writes: number }[] = [];
      const lives = runs.map(
        async ({ cancels, content, attempt, outcome, announces, times, atOnce, faults }, index) => {
          const execution = anExecution(`${index}`);
          const faulty = tableWithFaults(scheduled, ...faults);
          const store = orderStoreOver(faulty, never);
          const call = async (time: number) => {
            if (cancels) return cancel(store, execution, { outcome, announces });
            const verdict = { order: content, validation: `${index}, priced the ${time}. time` };
            const claimed = await store.claim(aClaim({ execution, attempt, fingerprint: content, verdict }));
            if (claimed.answer === 'duplicate') refused.push({ execution, writes: written.length });
            if (claimed.answer !== 'owned') return;
            owned.push(`${index} ${JSON.stringify(claimed.record)}`);
            await end(store, aClosing({ execution, attempt: claimed.record.attempt, outcome }), announces);
          };
          if (atOnce) await Promise.all(Array.from({ length: times }, (_, time) => call(time)));
          else for (let time = 0; time < times; time++) await call(time);
          await faulty.land();
        },
      );
      await scheduler.waitFor(Promise.all(lives));

      for (const [index, item] of written.entries()) expectToFollow(written[index - 1], item);
      // Whoever was told that it owns the order found in the store what it was told, and nobody else was told so.
      const attempts = new Set(owned.map((line) => line.replace(/^\d+ /, '')));
      expect(new Set(owned).size).toBe(attempts.size);
      const records = written.map(({ record }) => JSON.stringify(record));
      for (const record of attempts) expect(records).toContain(record);
      // Whoever was told that the order is another's has ended by that: it neither has the order then nor gets it afterwards.
      for (const { execution, writes } of refused) {
        const began = written.findIndex(
          ({ owner, status }) => status === 'open' && isDeepStrictEqual(owner, execution),
        );
        expect(began).toBeLessThan(writes);
        const then = written[writes - 1];
        expect(then?.status === 'open' && isDeepStrictEqual(then.owner, execution)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

async function end(store: OrderStore, closing: Closing, announces: boolean): Promise<void> {
  for (const how of announces ? (['announce', 'close'] as const) : (['close'] as const)) {
    const told = await store[how](closing);
    if ('order' in told) await store.markSent(told.order);
  }
}

async function cancel(
  store: OrderStore,
  execution: ExecutionIdentity,
  { outcome, announces }: Pick<Run, 'outcome' | 'announces'>,
): Promise<void> {
  const taken = await store.takeOver({ orderId: '12345', execution });
  if (taken.answer !== 'taken') return;
  const endsAs = outcome === 'fulfilled' ? 'fulfilled' : 'cancelled';
  await end(store, aClosing({ execution, attempt: taken.record.attempt, outcome: endsAs }), announces);
}

/** What one write may make of what stood before. */
function expectToFollow(before: OrderItem | undefined, item: OrderItem): void {
  expect(item.revision).toBe((before?.revision ?? 0) + 1);
  const sequence = before?.notice?.sequence ?? 0;
  // It lost to a later one, or nothing was held: that it was answered so is all that is written.
  if (before && isDeepStrictEqual(unanswered(item), unanswered(before)) && item.answered?.length) {
    expect(item.answered.slice(0, -1)).toEqual(before.answered ?? []);
    return;
  }
  if (before && item.notice && !isEnd(item.status) && sameAttempt(before, item)) {
    expectAnnouncement(before, item);
    return;
  }
  if (item.status === 'cancelling' || (!before && item.status === 'cancelled')) {
    expectTakeover(before, item);
    return;
  }
  if (item.status === 'open') {
    expect(item.attempt).toBe((before?.attempt ?? 0) + 1);
    expect(item.fingerprints).toHaveLength(item.attempt);
    expect(item.notice).toEqual(before?.notice);
    if (before) expect(['declined', 'refunded', 'cancelled']).toContain(before.status);
    return;
  }
  const { revision: _, status, notice, ...same } = item;
  expect(before).toMatchObject(same);
  expect(item).not.toHaveProperty('announced');
  if (before && !isEnd(before.status)) {
    expect(isEnd(status)).toBe(true);
    if (before.announced === status) expect(notice).toEqual(before.notice);
    else expect(notice).toMatchObject({ sequence: sequence + 1, state: 'sending' });
  } else {
    expect(status).toBe(before?.status);
    expect(notice).toEqual({ ...before?.notice, state: 'sent' });
  }
}

function unanswered({ answered: _, revision: __, ...item }: OrderItem) {
  return item;
}

function expectTakeover(before: OrderItem | undefined, item: OrderItem): void {
  if (!before) {
    expect(item).toMatchObject({ status: 'cancelled', attempt: 0, fingerprints: [] });
    return;
  }
  const { attempt, fingerprints, record, notice, worker = before.owner } = before;
  expect(item).toMatchObject({ status: 'cancelling', attempt, fingerprints, record, worker });
  expect(item.notice).toEqual(notice);
  expect(['open', 'cancelling', 'fulfilled']).toContain(before.status);
  expect(item.owner).not.toEqual(before.owner);
  // All began in one moment here: then the ids say which of two cancellations is the later.
  if (before.worker) expect(item.owner.id > before.owner.id).toBe(true);
}

function sameAttempt(before: OrderItem, { owner, attempt, status }: OrderItem): boolean {
  return isDeepStrictEqual([before.owner, before.attempt, before.status], [owner, attempt, status]);
}

/** The notice of an end that is yet to come is claimed, or was published: all else stays. */
function expectAnnouncement(before: OrderItem, item: OrderItem): void {
  const { revision: _, notice, announced, ...same } = item;
  expect(before).toMatchObject(same);
  expect(announced).toBeDefined();
  if (before.announced === announced && before.notice) expect(notice).toEqual({ ...before.notice, state: 'sent' });
  else expect(notice).toMatchObject({ sequence: (before.notice?.sequence ?? 0) + 1, state: 'sending' });
}

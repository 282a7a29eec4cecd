import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { batchUse, placePartFunction } from '@order-workflow/order-api';
import { anOrder } from '@order-workflow/order-domain/testing';
import {
  type FoundItem,
  memoryOrderTable,
  type OrderItem,
  type OrderTable,
  orderIndexes,
  orderStoreOver,
} from '@order-workflow/stage-kit/order-store';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { stagesOf } from '../src/composition/workflow.ts';
import { costOfBatches, usualBatch } from '../src/cost/cost-of-batches.ts';
import { costOfListing, costOfLogs, costOfMillion, costOfStore } from '../src/cost/cost-of-orders.ts';
import { pathsOf } from '../src/cost/paths.ts';
import { reportCost } from '../src/cost/report-cost.ts';
import { storeUseOf } from '../src/cost/store-use.ts';
import { usageOf } from '../src/cost/usage-of.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { OrderApiStack } from '../src/order-api-stack.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { firstFour } from './first-four.ts';
import { definition, stages, synthesize } from './synthesized.ts';

const usage = {
  ...{ transitions: 4, invocations: 4, publishes: 1, memoryMb: 128, durationMs: 50 },
  ...{ tableWrites: 0, tableReads: 0, indexWrites: 0, itemsKept: 0, itemKb: 1, events: 22 },
};

describe(costOfMillion, () => {
  it('adds transitions, calls, their memory and the notice on Standard', () => {
    // 4 × $25, 4 × $0.20, 4 × 0.125 GB × 0.05 s × $13.3334, $0.50
    expect(costOfMillion('STANDARD', usage)).toBeCloseTo(100 + 0.8 + 0.333335 + 0.5, 6);
  });

  it('bills Express by request, and by memory and time in steps', () => {
    // $1, 0.0625 GB × 0.2 s × $16.67, and the calls as above
    expect(costOfMillion('EXPRESS', usage)).toBeCloseTo(1 + 0.208375 + 0.8 + 0.333335 + 0.5, 6);
  });
});

describe(costOfStore, () => {
  it('bills each write by the kilobytes of the item, each read, and a month of what is kept', () => {
    // 3 × 2 KB × $0.625, $0.125, 2 GB × ($0.25 + $0.20)
    const stored = { ...usage, tableWrites: 3, tableReads: 1, itemsKept: 1, itemKb: 2 };
    const store = costOfStore(stored);
    expect(store).toBeCloseTo(3.75 + 0.125 + 0.9, 6);
    expect(costOfMillion('STANDARD', stored)).toBeCloseTo(costOfMillion('STANDARD', usage) + store, 6);
  });
});

describe(costOfListing, () => {
  it('bills each entry that an index writes, and a month of what the indexes keep', () => {
    // 3 × $0.625, 0.5 GB × $0.25
    expect(costOfListing({ ...usage, indexWrites: 3, itemsKept: 1, itemKb: 2 })).toBeCloseTo(1.875 + 0.125, 6);
  });
});

describe(costOfLogs, () => {
  it('counts each event of the history, and of each invocation its line and those of Lambda', () => {
    // (22 × 0.4 KB + 4 × 1.6 KB) × $0.50
    expect(costOfLogs(usage)).toBeCloseTo(7.6, 6);
  });
});

describe(costOfBatches, () => {
  it('bills of each part its transitions, its call and its item, and what is kept of each line', () => {
    expect(batchUse).toMatchObject({ line: { reads: 2, writes: 2 }, part: { reads: 1, writes: 2 } });
    // 10,000 parts × (2 × $0.000025 + $0.0000002 + 1 GB × 0.1 s × $0.0000133334 + 2 × 4 × $0.000000625 + $0.000000125)
    const parts = 0.5 + 0.002 + 0.0133334 + 0.05 + 0.00125;
    // 2 × $0.625 + 2 × $0.125
    const lines = 1.5;
    const usage = { linesOfPart: 100, transitionsOfPart: 2, memoryMb: 1024, durationMs: 100, partKb: 4 };
    expect(costOfBatches(usage)).toBeCloseTo(parts + lines, 6);
  });

  it('takes for usual what is synthesized, and lines as long as the orders of tests', () => {
    const { memoryMb, linesOfPart, transitionsOfPart, partKb } = usualBatch;
    expect(memoryMb).toBe(placePartFunction.memoryMb);
    const app = new App();
    const { orders, operations } = new OrderWorkflowStack(app, 'OrderWorkflow');
    const api = Template.fromStack(new OrderApiStack(app, 'OrderApi', { orders, operations }));
    const batches = definitionOf(api.toJSON(), 'batches');
    const [ofParts, ...more] = Object.values(batches.States).flatMap(({ ItemProcessor }) => ItemProcessor ?? []);
    expect(more).toEqual([]);
    expect(pathsOf(ofParts!).map(({ states }) => states.length)).toEqual([transitionsOfPart]);
    const fields = () => ({ orderId: randomUUID(), customerEmail: `${randomUUID()}@shop.example` });
    const lines = Array.from({ length: linesOfPart }, (_, line) => ({
      line,
      order: anOrder().with(fields()).sentTo({ line1: randomUUID() }).build(),
    }));
    expect(gzipSync(JSON.stringify(lines)).length).toBeLessThan(partKb * 1024);
  });
});

describe(storeUseOf, () => {
  /** The order store over a table that counts what is asked of it. */
  function countedStore() {
    const table = memoryOrderTable();
    const asked = { writes: 0, reads: 0, indexWrites: 0 };
    const counted: OrderTable = {
      read: (...given) => {
        asked.reads++;
        return table.read(...given);
      },
      async writeIf(...given) {
        asked.writes++;
        const [item, found] = given;
        const answer = await table.writeIf(...given);
        if (answer.answer === 'written') asked.indexWrites += entriesWritten(item, found);
        return answer;
      },
    };
    return { asked, store: orderStoreOver(counted, () => new AbortController().signal) };
  }

  /** New ones in every index, or one where something changes that an index holds. */
  function entriesWritten(item: OrderItem, found: FoundItem | undefined): number {
    if (!found) return Object.keys(orderIndexes).length;
    expect(orderIndexes.day.holds).toEqual(['status', 'attempt']);
    return item.status === found.status && item.attempt === found.attempt ? 0 : 1;
  }

  const execution = { id: 'arn:one', startedAt: '2026-03-01T10:00:00.000Z' };
  const verdict = { order: {}, validation: {} };
  const claim = { orderId: '12345', execution, fingerprint: 'one', verdict };
  const closing = {
    ...{ orderId: '12345', execution, attempt: 1, outcome: 'fulfilled' as const },
    ...{ noticeId: () => 'notice', unclaimed: { fingerprint: 'one', verdict } },
  } as const;
  const another = { id: 'arn:two', startedAt: '2026-03-01T11:00:00.000Z' };

  async function goesWell({ store }: ReturnType<typeof countedStore>, told = true) {
    await store.claim(claim);
    const closed = await store.close(closing);
    if (told && closed.answer === 'closed') await store.markSent(closed.order);
  }

  async function isAnnounced({ store }: ReturnType<typeof countedStore>, told = true) {
    await store.claim(claim);
    const announced = await store.announce(closing);
    if (told && announced.answer === 'announced') await store.markSent(announced.order);
    const closed = await store.close(closing);
    if (!told && closed.answer === 'closed') await store.markSent(closed.order);
  }
  const ofFirstFour = pathsOf(definitionOf(synthesize({ workflow: firstFour }).toJSON()));
  const refunding = ['ShipmentRefused at Ship Order', 'RefundUnsettled at Refund Payment'];

  it.each([
    ['goes well', [], goesWell],
    ['is told of before its refund is made', refunding, isAnnounced],
    ['could not be told then', [...refunding, 'failure at Announce Refund'], (counted) => isAnnounced(counted, false)],
    ['is not told', ['failure at Notify Customer'], (counted) => goesWell(counted, false)],
    [
      "is another's",
      ['OrderAlreadyPlaced at Validate Order'],
      async ({ store, asked }) => {
        await store.claim(claim);
        Object.assign(asked, { writes: 0, reads: 0, indexWrites: 0 });
        await store.claim({ ...claim, execution: another });
      },
    ],
    [
      "is found at its end to be another's",
      ['OrderNotOwned at Notify Customer'],
      async ({ store, asked }) => {
        await store.claim(claim);
        await store.close({ ...closing, execution: another });
        expect(asked).toEqual({ writes: 1, reads: 1, indexWrites: 2 });
      },
    ],
  ] satisfies [string, string[], (counted: ReturnType<typeof countedStore>) => Promise<void>][])(
    'counts what the store asks of its table when an order %s',
    async (_, turns, run) => {
      const path = ofFirstFour.find((one) => one.turns.join() === turns.join());
      const counted = countedStore();
      await run(counted);
      const { kept, ...use } = storeUseOf(path!, stagesOf(firstFour));
      expect({ ...use, kept }).toEqual({ ...counted.asked, kept });
    },
  );
});

describe(pathsOf, () => {
  it('finds the way that goes well first: all stages, and the notice', () => {
    const { steps, notice } = orderWorkflow;
    const states = [...steps.map(({ stage }) => stage.stateName), notice.stateName];
    expect(pathsOf(definition)[0]).toEqual({ states, turns: [] });
  });

  it('finds every way on which an order can end, and says what turned it off', () => {
    const paths = pathsOf({
      StartAt: 'Pay',
      States: {
        Pay: {
          Type: 'Task',
          Next: 'Ship',
          Catch: [
            { ErrorEquals: ['Declined', 'Pending'], Next: 'Tell' },
            { ErrorEquals: ['AlreadyPlaced'], Next: 'Placed' },
          ],
        },
        Ship: { Type: 'Task', Next: 'Tell', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Cancel' }] },
        Cancel: { Type: 'Task', Next: 'Stands?' },
        'Stands?': { Type: 'Choice', Choices: [{ Next: 'Tell' }], Default: 'Refund' },
        Refund: { Type: 'Task', End: true },
        Tell: { Type: 'Task', End: true },
        Placed: { Type: 'Succeed' },
      },
    });
    expect(paths).toEqual([
      { states: ['Pay', 'Ship', 'Tell'], turns: [] },
      { states: ['Pay', 'Ship', 'Cancel', 'Stands?', 'Tell'], turns: ['failure at Ship', 'Stands? yes'] },
      { states: ['Pay', 'Ship', 'Cancel', 'Stands?', 'Refund'], turns: ['failure at Ship', 'Stands? no'] },
      { states: ['Pay', 'Tell'], turns: ['Declined, Pending at Pay'] },
      { states: ['Pay', 'Placed'], turns: ['AlreadyPlaced at Pay'] },
    ]);
  });

  it('takes what comes back to where it was for no way', () => {
    const choice = { Type: 'Choice', Choices: [{ Next: 'A' }], Default: 'B' };
    const ways = pathsOf({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'C' }, B: { Type: 'Succeed' }, C: choice },
    });
    expect(ways.map(({ states }) => states)).toEqual([['A', 'C', 'B']]);
  });
});

/**
 * What an order that goes well may take for each of its stages and the notice: transitions; dollars a million on Standard with its
 * items in the table; and with the list of orders and the logs.
 */
const budget = { transitions: 1, dollars: 26.5, inAll: 30 };

describe(reportCost, () => {
  it('stays within what an order may cost (if not, and it shall cost that, raise `budget` in infra/test/cost.test.ts)', () => {
    const report = reportCost(definition, stages);
    const [, onStandard = ''] = /: \$([\d.]+) on Standard/.exec(report) ?? [];
    const [, inAll = ''] = /^ {2}in all, on Standard: about \$([\d.]+)\.$/m.exec(report) ?? [];
    const usage = usageOf(pathsOf(definition)[0]!, definition, stages);
    expect(Number(inAll)).toBeCloseTo(Number(onStandard) + costOfListing(usage) + costOfLogs(usage), 1);
    const states = orderWorkflow.steps.length + 1;
    const above = {
      transitions: usage.transitions > budget.transitions * states,
      dollars: !(Number(onStandard) <= budget.dollars * states),
      inAll: !(Number(inAll) <= budget.inAll * states),
    };
    expect(above).toEqual({ transitions: false, dollars: false, inAll: false });
  });

  it('says what batches of the order API cost besides', () => {
    expect(reportCost(definition, stages)).toMatch(/^ {2}besides, where they come in batches .*: about \$2\.\d\d;/m);
  });

  it('says what events cost, where a stage could put them', () => {
    const line = /^ {2}besides, where a bus for events is named: \$1\.00;/m;
    expect(reportCost(definition, stages)).toMatch(line);
    const silent = stages.map(({ access: { eventBus: _, ...access }, ...stage }) => ({ ...stage, access }));
    expect(reportCost(definition, silent)).not.toMatch(line);
  });
});

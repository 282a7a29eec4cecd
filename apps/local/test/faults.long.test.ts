import { readFileSync } from 'node:fs';
import { injectedFaultText } from '@order-workflow/simulators';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayFailAt } from '../src/assembly/may-fail-at.ts';
import { readAssembly, synthesizedHere } from '../src/assembly/read-assembly.ts';
import { brokenTrial } from '../src/fault-table/broken-trial.ts';
import type { FaultTrial } from '../src/fault-table/fault-laboratory.ts';
import { type FaultEntry, renderFaultTable } from '../src/fault-table/render-fault-table.ts';
import { faultEntries, tryFaultSets } from '../src/fault-table/try-all-faults.ts';
import { faultAt } from './fault-at.ts';

/** Every fault at every place, once and for ever, and pairs of them: what a user sees, and what the ledgers say. */

const price = 3998;
const mayFail = mayFailAt(readAssembly(synthesizedHere()));
const broken = (trial: FaultTrial) => brokenTrial(trial, price, mayFail);

describe('every fault, at every place where it can strike', () => {
  let entries: readonly FaultEntry[];
  beforeAll(async () => {
    entries = await faultEntries();
  });

  it('strikes', () => {
    const idle = entries.filter(({ once, always }) => once.struck !== 1 || always.struck < 1);
    expect(idle.map(({ aimed }) => injectedFaultText(aimed.fault))).toEqual([]);
  });

  it('ends charged and shipped, or with nothing held, or where a person must act and a redrive goes on', () => {
    const found = entries.flatMap(({ aimed, once, always }) =>
      [once, always]
        .map((struck) => [injectedFaultText(aimed.fault), broken(struck)])
        .filter(([, what]) => what !== undefined),
    );
    expect(found).toEqual([]);
  });

  it('ends as docs/faults.md says (if not, run pnpm --filter @order-workflow/local faults:table)', () => {
    const document = readFileSync(new URL('../../../docs/faults.md', import.meta.url), 'utf8');
    const [, table] = document.split(/<!-- faults:(?:begin|end) -->/);
    expect(table?.trim()).toBe(renderFaultTable(entries));
  });
});

/** One of each way to go wrong. Those that never answer are left out: they end as those that cut the connection do. */
const kinds = [
  'payment=cut-after',
  'payment=rate-limited',
  'payment=pending-forever',
  'payment=late',
  'payment=wrong-amount',
  'payment=defect',
  'payment=invoked-twice',
  'payment.find=error-before',
  'shipping=cut-after',
  'shipping=cut-before',
  'shipping=refused',
  'shipping=departed',
  'shipping=defect',
  'shipping.find=error-before',
  'refund=cut-after',
  'refund=refund-fails',
  'refund=killed',
  'cancel=departed',
  'cancel=malformed',
  'cancel=throttled',
  'notify=down',
  'park=down',
];

describe('two faults together', () => {
  it('end charged and shipped, or with nothing held, or where a person must act and a redrive goes on', async () => {
    const pairs = kinds.flatMap((one, index) => kinds.slice(index + 1).map((other) => [one, other]));
    const once = pairs.map((pair) => pair.map((text) => `${text}:1`));
    const sets = [...pairs, ...once];
    const struck = await tryFaultSets(sets.map((set) => set.map(faultAt)));
    const found = struck.map((order, index) => [sets[index]?.join(' '), broken(order)]);
    expect(found.filter(([, what]) => what !== undefined)).toEqual([]);
  });
});

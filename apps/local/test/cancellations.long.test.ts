import { readFileSync } from 'node:fs';
import { injectedFaultText } from '@order-workflow/simulators';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderCancellationTable } from '../src/fault-table/render-cancellation-table.ts';
import { allCancellations, type CancellationEntry } from '../src/fault-table/try-all-cancellations.ts';

/** The sample order cancelled at every moment under every fault that a cancellation can meet, once and twice: what the books say. */

const price = 3998;
/** Where a cancellation may fail: nowhere else can a person do what software cannot. */
const standing = ['Take Order Over', 'Cancel Shipment', 'Refund Payment', 'Await Refund', 'Park Notice'];

/** What is wrong with a cell; undefined when the books balance, and the customer's last notice is true. */
function broken({ moment, trial }: CancellationEntry): string | undefined {
  const { reached, cancellations, redriven, held, parcels, told, parked } = trial;
  const last = told.at(-1)?.replace(/^.*-notice-/, '');
  if (!reached) return `did not come to ${moment.heading}`;
  const stray = cancellations.find(({ status, state }) => status !== 'SUCCEEDED' && !standing.includes(state));
  if (stray) return `${stray.status} at ${stray.state}: ${stray.error}`;
  const stuck = redriven.find(({ status }) => status !== 'SUCCEEDED');
  if (stuck) return `${stuck.status} at ${stuck.state} after all was mended: ${stuck.error}`;
  if (parcels === 1 ? held !== price : parcels !== 0 || held !== 0) return `${held} held and ${parcels} parcels`;
  if (parked > 0) return undefined;
  const isTrue = parcels === 1 ? /^(not-cancelled|fulfilled)$/ : /^(cancelled|refunded|declined)$/;
  if (last !== undefined && !isTrue.test(last)) return `${parcels} parcels, and told ${last}`;
  // Who was never taken on was not told of anything either.
  if (last === undefined && moment.state !== 'Validate Order') return 'nobody told the customer';
  return undefined;
}

describe('an order that is cancelled, at every moment, under every fault', () => {
  let entries: readonly CancellationEntry[];
  beforeAll(async () => {
    entries = await allCancellations();
  });

  it('holds no money without a parcel once everything has ended, and the customer’s last notice is true', () => {
    const found = entries.flatMap((entry) => {
      const { moment, fault, times } = entry;
      const what = broken(entry);
      return what === undefined ? [] : [`${moment.heading}, ${injectedFaultText(fault)}, ${times} times: ${what}`];
    });
    expect(found).toEqual([]);
  });

  it('was struck by each fault at some moment', () => {
    const places = new Set(entries.map(({ fault }) => injectedFaultText(fault).replace(/=.*/, '')));
    expect([...places]).toEqual(
      expect.arrayContaining(['takeover.read', 'takeover.write', 'takeover', 'cancel', 'cancel.block']),
    );
    expect([...places]).toEqual(
      expect.arrayContaining(['refund', 'refund.void', 'refund.block', 'notify.write', 'park']),
    );
  });

  it('ends as docs/cancellations.md says (if not, run pnpm --filter @order-workflow/local cancellations:table)', () => {
    const document = readFileSync(new URL('../../../docs/cancellations.md', import.meta.url), 'utf8');
    const [, table] = document.split(/<!-- cancellations:(?:begin|end) -->/);
    expect(table?.trim()).toBe(renderCancellationTable(entries));
  });
});

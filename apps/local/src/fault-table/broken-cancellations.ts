import { injectedFaultText } from '@order-workflow/simulators';
import type { CancellationEntry } from './try-all-cancellations.ts';

/** Where a cancellation may fail: nowhere else can a person do what software cannot. */
const standing = ['Take Order Over', 'Cancel Shipment', 'Refund Payment', 'Await Refund', 'Park Notice'];

/** What does not hold of the sample order's cancellations: one line each, with the moment and the fault. `price` in minor units. */
export function brokenCancellations(entries: readonly CancellationEntry[], price: number): readonly string[] {
  return entries.flatMap((entry) => {
    const what = wrongWith(entry, price);
    const { moment, fault, diesAt, times } = entry;
    const call = diesAt === undefined ? '' : ` at call ${diesAt}`;
    return what === undefined ? [] : [`${moment.heading}, ${injectedFaultText(fault)}${call}, ${times} times: ${what}`];
  });
}

/** Undefined when the books balance, and the customer's last notice is true. */
function wrongWith({ moment, trial }: CancellationEntry, price: number): string | undefined {
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

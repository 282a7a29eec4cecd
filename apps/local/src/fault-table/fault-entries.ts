import { faultMatrix } from '../faults/fault-matrix.ts';
import type { FaultEntry } from './render-fault-table.ts';
import { strikeAll } from './strike-all.ts';

/** Lets every fault strike the sample order at every place, once and for ever, and says what came of it. */
export async function faultEntries(): Promise<readonly FaultEntry[]> {
  const all = faultMatrix();
  const once = all.map(({ fault, company }) => [{ ...fault, times: 1 }, ...company]);
  const always = all.map(({ fault, company }) => [fault, ...company]);
  const struck = await strikeAll([...once, ...always]);
  return all.flatMap((aimed, index) => {
    const [first, second] = [struck[index], struck[all.length + index]];
    return first && second ? [{ aimed, once: first, always: second }] : [];
  });
}

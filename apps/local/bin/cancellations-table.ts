// Writes what becomes of an order that is cancelled, at each moment and under every fault, into docs/cancellations.md: `pnpm --filter @order-workflow/local cancellations:table`, or some moments only: `… cancellations:table "Ship Order"`.
import { readFileSync, writeFileSync } from 'node:fs';
import { brokenCancellations } from '../src/fault-table/broken-cancellations.ts';
import { momentsNamed } from '../src/fault-table/cancel-moments.ts';
import { renderCancellationTable } from '../src/fault-table/render-cancellation-table.ts';
import { replaceSection } from '../src/fault-table/replace-section.ts';
import { cancellationTasks, tryCancellations } from '../src/fault-table/try-all-cancellations.ts';

/** Minor units of the sample order. */
const price = 3998;

const document = new URL('../../../docs/cancellations.md', import.meta.url);
const broken: string[] = [];
for (const moment of momentsNamed(process.argv.slice(2))) {
  const entries = await tryCancellations(cancellationTasks([moment]));
  const found = brokenCancellations(entries, price);
  broken.push(...found);
  // Each as soon as it is tried, since all of them take long.
  if (found.length === 0)
    writeFileSync(document, replaceSection(readFileSync(document, 'utf8'), renderCancellationTable(entries)));
  console.log(`${moment.heading}: ${entries.length} cells`);
}
if (broken.length > 0) throw new Error(`Not written, since these do not hold:\n${broken.join('\n')}`);

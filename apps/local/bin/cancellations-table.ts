// Writes what becomes of an order that is cancelled, at each moment and under every fault, into docs/cancellations.md: `pnpm --filter @order-workflow/local cancellations:table`.
import { readFileSync, writeFileSync } from 'node:fs';
import { brokenCancellations } from '../src/fault-table/broken-cancellations.ts';
import { renderCancellationTable } from '../src/fault-table/render-cancellation-table.ts';
import { allCancellations } from '../src/fault-table/try-all-cancellations.ts';

/** Minor units of the sample order. */
const price = 3998;

const entries = await allCancellations();
const broken = brokenCancellations(entries, price);
if (broken.length > 0) throw new Error(`Not written, since these do not hold:\n${broken.join('\n')}`);
const document = new URL('../../../docs/cancellations.md', import.meta.url);
const [begin, end] = ['<!-- cancellations:begin -->', '<!-- cancellations:end -->'];
const [before = '', after = ''] = readFileSync(document, 'utf8').split(new RegExp(`${begin}.*${end}`, 's'));
writeFileSync(document, `${before}${begin}\n\n${renderCancellationTable(entries)}\n\n${end}${after}`);

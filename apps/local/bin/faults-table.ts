// Writes what becomes of the sample order under every fault into docs/faults.md: `pnpm --filter @order-workflow/local faults:table`.
import { readFileSync, writeFileSync } from 'node:fs';
import { renderFaultTable } from '../src/fault-table/render-fault-table.ts';
import { faultEntries } from '../src/fault-table/try-all-faults.ts';

const document = new URL('../../../docs/faults.md', import.meta.url);
const [begin, end] = ['<!-- faults:begin -->', '<!-- faults:end -->'];
const [before = '', after = ''] = readFileSync(document, 'utf8').split(new RegExp(`${begin}.*${end}`, 's'));
writeFileSync(document, `${before}${begin}\n\n${renderFaultTable(await faultEntries())}\n\n${end}${after}`);

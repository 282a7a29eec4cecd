// Writes what becomes of orders under the quotas of an account into docs/scale.md: `pnpm --filter @order-workflow/soak load:table`.
import { readFileSync, writeFileSync } from 'node:fs';
import { replaceBlock } from '@order-workflow/toolchain/replace-block';
import { loads, scaled } from '../src/load/loads.ts';
import { loadHeader, loadRow } from '../src/load/render-load.ts';
import { runLoad } from '../src/load/run-load.ts';

process.env['TZ'] = 'UTC';
const document = new URL('../../../docs/scale.md', import.meta.url);
const rows: string[] = [];
for (const load of loads) {
  const row = loadRow(load, await runLoad(scaled(load)));
  rows.push(row);
  process.stderr.write(`${row}\n`);
}
const text = `\n${[loadHeader, ...rows].join('\n')}\n`;
writeFileSync(document, replaceBlock(readFileSync(document, 'utf8'), 'load', text));

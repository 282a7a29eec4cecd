// Writes what becomes of the sample order under every fault into docs/faults.md: `pnpm --filter @order-workflow/local faults:table`;
// with `--app examples/five-stages` that of another app of the repository is printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { injectedFaultText } from '@order-workflow/simulators';
import { mayFailAt } from '../src/assembly/may-fail-at.ts';
import { readAssembly, synthesizedHere } from '../src/assembly/read-assembly.ts';
import { synthesizeApp } from '../src/build/synthesize-app.ts';
import { brokenTrial } from '../src/fault-table/broken-trial.ts';
import { laboratoryOf, plainLaboratory } from '../src/fault-table/laboratory-app.ts';
import { renderFaultTable } from '../src/fault-table/render-fault-table.ts';
import { faultEntries } from '../src/fault-table/try-all-faults.ts';

/** Minor units of the sample order. */
const price = 3998;

const { app } = parseArgs({ options: { app: { type: 'string' } } }).values;
if (app !== undefined) process.env['ORDER_WORKFLOW_ASSEMBLY'] = synthesizeApp(app);
const entries = await faultEntries(app === undefined ? plainLaboratory : await laboratoryOf(app));
const mayFail = mayFailAt(readAssembly(synthesizedHere()));
const broken = entries.flatMap(({ aimed, once, always }) =>
  [once, always].flatMap((trial) => {
    const what = brokenTrial(trial, price, mayFail);
    return what === undefined ? [] : [`${injectedFaultText(aimed.fault)}: ${what}`];
  }),
);
if (broken.length > 0) throw new Error(`Not written, since these do not hold:\n${broken.join('\n')}`);

const table = renderFaultTable(entries);
if (app !== undefined) process.stdout.write(`${table}\n`);
else {
  const document = new URL('../../../docs/faults.md', import.meta.url);
  const [begin, end] = ['<!-- faults:begin -->', '<!-- faults:end -->'];
  const [before = '', after = ''] = readFileSync(document, 'utf8').split(new RegExp(`${begin}.*${end}`, 's'));
  writeFileSync(document, `${before}${begin}\n\n${table}\n\n${end}${after}`);
}

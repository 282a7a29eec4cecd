// Runs executions recorded from AWS and writes what this engine makes of them, for a judge to compare.
// usage: node bin/conformance.ts <scenarios.json> --out <results.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runScenario, type Scenario } from './conformance/run-scenario.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const [file] = positionals;
if (file === undefined || values.out === undefined) {
  console.error('usage: pnpm conformance <scenarios.json> --out <results.json>');
  process.exit(2);
}
const scenarios: readonly Scenario[] = JSON.parse(readFileSync(file, 'utf8'));
const results = [];
for (const scenario of scenarios) results.push(await runScenario(scenario));
writeFileSync(values.out, JSON.stringify(results, null, 1));
console.log(`${results.length} scenarios run, results in ${values.out}`);

// Runs executions recorded from AWS and writes what this engine makes of them, for a judge to compare.
import { readFileSync, writeFileSync } from 'node:fs';
import { readCommand, unreadable } from '@order-workflow/toolchain/read-options';
import { runScenario, type Scenario } from './conformance/run-scenario.ts';

const usage = 'pnpm conformance <scenarios.json> --out <results.json>';
const { words, values } = readCommand(usage, { out: { type: 'string' } }, 1);
const [file] = words;
if (file === undefined || values.out === undefined) unreadable(usage, 'expected a file of scenarios, and --out');
const scenarios: readonly Scenario[] = JSON.parse(readFileSync(file, 'utf8'));
const results = [];
for (const scenario of scenarios) results.push(await runScenario(scenario));
writeFileSync(values.out, JSON.stringify(results, null, 1));
console.log(`${results.length} scenarios run, results in ${values.out}`);

// Prints what a million orders cost, from the synthesized state machine: `pnpm cost`.
import { readFileSync } from 'node:fs';
import { reportCost } from '../src/cost/report-cost.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';

const template = JSON.parse(readFileSync(new URL('../cdk.out/OrderWorkflow.template.json', import.meta.url), 'utf8'));
console.log(reportCost(definitionOf(template)));

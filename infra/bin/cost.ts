// Prints what a million orders cost, from the synthesized state machine: `pnpm cost`.
import { readFileSync } from 'node:fs';
import { stagesOf } from '../src/composition/workflow.ts';
import { reportCost } from '../src/cost/report-cost.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { orderWorkflow } from '../src/order-workflow.ts';

const template = JSON.parse(readFileSync(new URL('../cdk.out/OrderWorkflow.template.json', import.meta.url), 'utf8'));
console.log(reportCost(definitionOf(template), stagesOf(orderWorkflow)));

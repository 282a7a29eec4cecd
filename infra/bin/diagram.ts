// Draws the synthesized state machine into the documents that show it, with what it does when something fails and how long its
// states are patient: `pnpm diagram`.
import { readFileSync, writeFileSync } from 'node:fs';
import { replaceBlock } from '@order-workflow/toolchain/replace-block';
import { planWorkflow } from '../src/composition/plan.ts';
import { mermaid } from '../src/diagram/mermaid.ts';
import { patienceTable } from '../src/diagram/patience-table.ts';
import { sagaOf } from '../src/diagram/saga.ts';
import { sagaTable } from '../src/diagram/saga-table.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { timeLimits } from '../src/policy/time-limits.ts';

const repository = new URL('../../', import.meta.url);
const template = JSON.parse(readFileSync(new URL('infra/cdk.out/OrderWorkflow.template.json', repository), 'utf8'));
const drawing = `\`\`\`mermaid\n${mermaid(definitionOf(template))}\n\`\`\``;
const table = `\n${patienceTable(planWorkflow(orderWorkflow), timeLimits.STANDARD)}\n`;
const saga = `\n${sagaTable(sagaOf(orderWorkflow, timeLimits.STANDARD))}\n`;

const documents = [
  ['README.md', { 'state-machine': drawing, saga }],
  ['docs/architecture.md', { 'state-machine': drawing, saga, patience: table }],
] as const;

for (const [name, blocks] of documents) {
  const path = new URL(name, repository);
  const before = readFileSync(path, 'utf8');
  const after = Object.entries(blocks).reduce((text, [block, content]) => replaceBlock(text, block, content), before);
  if (after !== before) writeFileSync(path, after);
  console.log(`${name} ${after === before ? 'is current' : 'redrawn'}`);
}

// Draws the synthesized state machine into the documents that show it, with what it does when something fails, how long its
// states are patient, and what it costs: `pnpm diagram`.
import { readFileSync, writeFileSync } from 'node:fs';
import { replaceBlocks } from '@order-workflow/toolchain/replace-block';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { drawnDocuments } from '../src/documents/drawn-documents.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';

const repository = new URL('../../', import.meta.url);
const template = JSON.parse(readFileSync(new URL('infra/cdk.out/OrderWorkflow.template.json', repository), 'utf8'));

for (const [name, blocks] of Object.entries(drawnDocuments(orderWorkflow, orderCancellation, definitionOf(template)))) {
  const path = new URL(name, repository);
  const before = readFileSync(path, 'utf8');
  const after = replaceBlocks(before, blocks);
  if (after !== before) writeFileSync(path, after);
  console.log(`${name} ${after === before ? 'is current' : 'redrawn'}`);
}

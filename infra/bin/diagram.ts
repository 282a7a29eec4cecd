// Draws the synthesized state machine into the documents that show it: `pnpm diagram`.
import { readFileSync, writeFileSync } from 'node:fs';
import { mermaid } from '../src/diagram/mermaid.ts';
import { replaceBlock } from '../src/diagram/replace-block.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';

const repository = new URL('../../', import.meta.url);
const template = JSON.parse(readFileSync(new URL('infra/cdk.out/OrderWorkflow.template.json', repository), 'utf8'));
const drawing = `\`\`\`mermaid\n${mermaid(definitionOf(template))}\n\`\`\``;

for (const name of ['README.md', 'docs/architecture.md']) {
  const path = new URL(name, repository);
  const before = readFileSync(path, 'utf8');
  const after = replaceBlock(before, 'state-machine', drawing);
  if (after !== before) writeFileSync(path, after);
  console.log(`${name} ${after === before ? 'is current' : 'redrawn'}`);
}

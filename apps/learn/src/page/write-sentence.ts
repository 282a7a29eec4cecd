import { readFileSync } from 'node:fs';
import { replaceBlock } from '@order-workflow/toolchain/replace-block';

/** Documents that show the sentence, besides lessons. */
const documents = ['README.md', 'docs/changing.md', 'docs/tour.md'];

/** The document with the workflow's sentence as it stands in the source. Throws TypeError where either has none. */
export function withSentence(document: string, repository: string): string {
  const source = readFileSync(`${repository}infra/src/order-workflow.ts`, 'utf8');
  const [sentence] = /^export const orderWorkflow = [\s\S]*?;$/m.exec(source) ?? [];
  if (sentence === undefined) throw new TypeError('infra/src/order-workflow.ts has no sentence called orderWorkflow');
  return replaceBlock(document, 'sentence', `\`\`\`ts\n${sentence}\n\`\`\``);
}

/** The documents that show the sentence, by their paths. */
export function writeSentence(repository: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    documents.map((name) => [name, withSentence(readFileSync(`${repository}${name}`, 'utf8'), repository)]),
  );
}

import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackTemplate } from '../synthesized-template.ts';

const templateFile = 'OrderWorkflow.template.json';

/**
 * Copies a synthesized assembly, with another template in it. The CDK finds a template in its bucket by the hash of what
 * it was, so the hash goes with it.
 */
export function withTemplate(assembly: string, template: StackTemplate): string {
  const copy = `${assembly}-in-part`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(assembly, copy, { recursive: true });
  const text = JSON.stringify(template);
  const before = hashOfTemplate(assembly);
  const after = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(copy, templateFile), text);
  for (const file of readdirSync(copy).filter((name) => name === 'manifest.json' || name.endsWith('.assets.json'))) {
    const path = join(copy, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(before, after));
  }
  return copy;
}

function hashOfTemplate(assembly: string): string {
  const { files } = JSON.parse(readFileSync(join(assembly, 'OrderWorkflow.assets.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
  };
  const found = Object.keys(files).find((hash) => files[hash]?.source.path === templateFile);
  if (found === undefined) throw new Error(`${assembly} has no ${templateFile} among its assets`);
  return found;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from '../src/assembly/read-synthesized-stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder as `cdk synth` would leave it for this template, with one asset of the hash `code`. */
export function cloudAssembly(template: Partial<Template>, stackName = 'Shop'): string {
  const folder = temporaryFolder();
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  mkdirSync(join(folder, 'asset.code'));
  write('manifest.json', {
    artifacts: {
      [`${stackName}.assets`]: { type: 'cdk:asset-manifest' },
      [stackName]: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: `${stackName}.template.json` },
      },
    },
  });
  write(`${stackName}.assets.json`, { files: { code: { source: { path: 'asset.code', packaging: 'zip' } } } });
  write(`${stackName}.template.json`, { Resources: {}, ...template });
  return folder;
}

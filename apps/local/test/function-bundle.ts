import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LambdaFunction } from '../src/assembly/assembly.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A function whose bundle is this source. */
export function functionBundle(source: string, facts: Partial<LambdaFunction> = {}): LambdaFunction {
  const codeDirectory = temporaryFolder();
  writeFileSync(join(codeDirectory, 'index.mjs'), source);
  return {
    logicalId: 'Probe',
    name: 'probe',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:probe',
    codeDirectory,
    handler: 'index.handler',
    timeoutSeconds: 600,
    memoryMb: 128,
    environment: {},
    ...facts,
  };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** The folder with what the app synthesizes in a process of its own, as the CDK would run it; for as long as a file's tests. */
export function synthesized(): string {
  const assembly = mkdtempSync(join(tmpdir(), 'five-stages-'));
  afterAll(() => rmSync(assembly, { recursive: true, force: true }));
  const cwd = join(import.meta.dirname, '..');
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  // Whether CloudFormation would take the template is asked where it is synthesized for a deployment.
  const env = { PATH, NODE_COMPILE_CACHE, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' };
  execFileSync(process.execPath, ['--conditions=@order-workflow/source', 'bin/app.ts'], { cwd, env, stdio: 'pipe' });
  return assembly;
}

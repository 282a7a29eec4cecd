import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder with what the app synthesizes in a process of its own, as the CDK would run it. */
export function synthesized(): string {
  const assembly = mkdtempSync(join(tmpdir(), 'five-stages-'));
  const cwd = join(import.meta.dirname, '..');
  const env = { PATH: process.env['PATH'], CDK_OUTDIR: assembly };
  execFileSync(process.execPath, ['--conditions=@order-workflow/source', 'bin/app.ts'], { cwd, env, stdio: 'pipe' });
  return assembly;
}

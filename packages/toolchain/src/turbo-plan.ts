import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A task that turbo would run. */
export interface PlannedTask {
  /** `@order-workflow/payment#test` */
  readonly taskId: string;
  /** What it runs; `<NONEXISTENT>` where the package has no such script. */
  readonly command: string;
  /** The package's folder, from the root: `packages/payment`. */
  readonly directory: string;
  /** The files that it depends on, from that folder, and their hashes. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly dependents: readonly string[];
  readonly dependencies: readonly string[];
}

/** What `turbo run` of these tasks would run in this repository. */
export function turboPlan(...tasks: readonly string[]): readonly PlannedTask[] {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const turbo = join(dirname(createRequire(join(root, 'package.json')).resolve('turbo/package.json')), 'bin/turbo');
  const plan = execFileSync(process.execPath, [turbo, 'run', ...tasks, '--dry=json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const planned: { readonly tasks: readonly PlannedTask[] } = JSON.parse(plan);
  return planned.tasks;
}

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { synthesisChosen } from '../settings/catalog-choice.ts';

/** The build or the synthesis failed; the message holds what they printed. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}

export interface BuildOptions {
  /** Folder of the repository, where turbo.json stands. */
  readonly repository: string;
  /** Called with each task as it starts to run, such as `payment: build`. Not called for what is cached. */
  readonly onTask?: (task: string) => void;
}

/**
 * Brings the synthesized assembly and the bundles up to date: builds every stage and synthesizes `infra`, as far as
 * their sources changed since the last time.
 *
 * @throws BuildFailed with the output of what failed
 * @throws EnvironmentUnreadable
 */
export async function buildAssembly({ repository, onTask = () => {} }: BuildOptions): Promise<void> {
  const turbo = createRequire(`${repository}/package.json`).resolve('turbo/bin/turbo');
  const options = ['--output-logs=new-only', '--log-order=stream', '--no-color', '--ui=stream'];
  const child = spawn(
    process.execPath,
    [turbo, 'run', synthesisChosen().task, '--filter=@order-workflow/infra', ...options],
    {
      cwd: repository,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed: string[] = [];
  const collect = (chunk: Buffer) => {
    const text = chunk.toString();
    printed.push(text);
    for (const [, name, task] of text.matchAll(/^@order-workflow\/([^:]+):([\w:-]+): cache miss/gm))
      onTask(`${name}: ${task}`);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new BuildFailed(`The workflow could not be built.\n\n${printed.join('').trim()}`);
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** That a misplaced stage really stops `pnpm start`, in a copy of the repository, is tried by .ci/misplaced-stage. */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');

interface Plan {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly dependencies: readonly string[];
    readonly command: string;
  }[];
}

const { tasks }: Plan = JSON.parse(
  execFileSync(process.execPath, [turbo, 'run', 'synth', '--filter=@order-workflow/infra', '--dry=json'], {
    cwd: repository,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);

describe('a synthesis', () => {
  it('waits for the compiler, which is asked of the sentence and of its type tests (regression: shipping before payment ran)', () => {
    const synth = tasks.find(({ taskId }) => taskId === '@order-workflow/infra#synth');
    expect(synth?.dependencies).toContain('@order-workflow/infra#compose');
    expect(tasks.find(({ taskId }) => taskId === '@order-workflow/infra#compose')?.command).toBe(
      'tsc -p tsconfig.composition.json',
    );
    const config = readFileSync(`${repository}/infra/tsconfig.composition.json`, 'utf8');
    expect(config).toContain('"files": ["src/order-workflow.ts", "src/order-workflow.test-d.ts"]');
  });
});

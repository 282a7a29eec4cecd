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

/** What turbo would run. */
function planned(...given: readonly string[]): Plan['tasks'] {
  const args = [turbo, 'run', ...given, '--filter=@order-workflow/infra', '--dry=json'];
  const printed = execFileSync(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(printed) as Plan).tasks.filter(({ command }) => command !== '<NONEXISTENT>');
}

const stages = ['validate', 'payment', 'shipping', 'notify', 'cancel'].map((name) => `@order-workflow/${name}#build`);

describe('a synthesis', () => {
  it('waits for the stages, and for the compiler, which is asked of the sentence (regression: shipping before payment ran)', () => {
    const tasks = planned('synth');
    const synth = tasks.find(({ taskId }) => taskId === '@order-workflow/infra#synth');
    expect(synth?.dependencies).toEqual(expect.arrayContaining(['@order-workflow/infra#compose', ...stages]));
    expect(tasks.find(({ taskId }) => taskId === '@order-workflow/infra#compose')?.command).toBe(
      'tsc -p tsconfig.composition.json',
    );
    const config = readFileSync(`${repository}/infra/tsconfig.composition.json`, 'utf8');
    expect(config).toContain('"files": ["src/order-workflow.ts"]');
  });
});

describe('a deployment', () => {
  it('builds the stages, and asks the compiler (regression: it deployed what had been built before)', () => {
    const tasks = planned('build', 'compose').map(({ taskId }) => taskId);
    expect(tasks).toEqual(expect.arrayContaining(['@order-workflow/infra#compose', ...stages]));
  });
});

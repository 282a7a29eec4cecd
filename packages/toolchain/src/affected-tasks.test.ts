import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { turboPlan } from './turbo-plan.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const plan = turboPlan('build', 'typecheck', 'test', 'check:package');
const tasks = new Map(plan.map((task) => [task.taskId, task]));
const scripts = plan.filter(({ command }) => command !== '<NONEXISTENT>').map(({ taskId }) => taskId);

/** The tasks that are run again when this file has changed: those that read it, and those that follow them. */
function affectedBy(file: string): readonly string[] {
  const affected = new Set<string>();
  const add = (taskId: string) => {
    if (affected.has(taskId)) return;
    affected.add(taskId);
    tasks.get(taskId)?.dependents.forEach(add);
  };
  for (const { taskId, directory, inputs } of plan)
    if (Object.keys(inputs).some((input) => posix.join(directory, input) === file)) add(taskId);
  return scripts.filter((taskId) => affected.has(taskId));
}

const stages = globSync('packages/*/src/lambda', { cwd: root }).map((folder) => folder.split(/[/\\]/)[1] ?? '');

describe('what is run again', () => {
  it.each(stages)('is at most three tenths of all when a source file of %s has changed', (stage) => {
    const affected = affectedBy(`packages/${stage}/src/index.ts`);
    expect(affected).toContain(`@order-workflow/${stage}#test`);
    expect(affected.length, affected.join('\n')).toBeLessThanOrEqual(0.3 * scripts.length);
  });

  it('are the tests of all that runs a stage when that has changed', () => {
    const tests = ['infra', 'local', 'console', 'learn', 'soak', 'five-stages'].map(
      (one) => `@order-workflow/${one}#test`,
    );
    expect(affectedBy('packages/payment/src/index.ts')).toEqual(expect.arrayContaining(tests));
  });
});

/** turbo.json says of which packages the local runner reads the types: of infra it reads what is synthesized, and no type. */
describe('the types that the local runner reads', () => {
  it('are those of all packages that it depends on, but for infra', () => {
    const text = readFileSync(join(root, 'apps/local/package.json'), 'utf8');
    const { dependencies, devDependencies } = JSON.parse(text);
    const ours = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
      name.startsWith('@order-workflow/'),
    );
    const read = tasks.get('@order-workflow/local#transit:types')?.dependencies ?? [];
    expect([...read, '@order-workflow/infra#transit:types'].sort()).toEqual(
      ours.map((name) => `${name}#transit:types`).sort(),
    );
  });

  it('are none of infra: no file imports it', () => {
    const files = globSync('apps/local/{bin,src,test}/**/*.{ts,mjs}', { cwd: root });
    const imports = /(from|import) ?\(?['"]([^'"]*\binfra\b[^'"]*)['"]/;
    expect(files.filter((file) => imports.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });
});

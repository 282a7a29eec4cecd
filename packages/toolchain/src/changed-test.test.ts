import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const turbo = join(dirname(createRequire(join(root, 'package.json')).resolve('turbo/package.json')), 'bin/turbo');

it('does not run the tests of other packages again when a test has changed', () => {
  const plan = execFileSync(turbo, ['run', 'transit', '--dry=json'], { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  const { tasks }: { tasks: { taskId: string; inputs: Record<string, string> }[] } = JSON.parse(plan);
  const passedOn = tasks.map(({ taskId, inputs }) => [taskId, Object.keys(inputs)] as const);
  expect(passedOn.find(([id]) => id === '@order-workflow/order-domain#transit')?.[1]).toContain('src/money.ts');
  expect(
    passedOn.flatMap(([id, files]) =>
      files.filter((file) => /\.test\.tsx?$|^test\//.test(file)).map((file) => `${id} ${file}`),
    ),
  ).toEqual([]);
});

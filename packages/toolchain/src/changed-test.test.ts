import { expect, it } from 'vitest';
import { turboPlan } from './turbo-plan.ts';

it('does not run the tests of other packages again when a test has changed', () => {
  const passedOn = turboPlan('transit', 'transit:types').map(
    ({ taskId, inputs }) => [taskId, Object.keys(inputs)] as const,
  );
  expect(passedOn.find(([id]) => id === '@order-workflow/order-domain#transit')?.[1]).toContain('src/money.ts');
  expect(passedOn.find(([id]) => id === '@order-workflow/local#transit:types')?.[1]).toContain('src/index.ts');
  expect(
    passedOn.flatMap(([id, files]) =>
      files.filter((file) => /\.test\.tsx?$|^test\//.test(file)).map((file) => `${id} ${file}`),
    ),
  ).toEqual([]);
});

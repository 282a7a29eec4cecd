import { expect, it } from 'vitest';

it('exports these names: a change here is a change of what stages are made with and asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot();
  expect(Object.keys(await import('./adapters/index.ts')).sort()).toMatchInlineSnapshot();
});

import { expect, it } from 'vitest';

it('exports these names: a change here asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "composeLetter",
      "letterTable",
      "mailer",
      "mailerVariables",
      "readNotice",
      "refusals",
      "returnEvents",
    ]
  `);
});

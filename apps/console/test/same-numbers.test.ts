import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** The console imports nothing of ours: what it says of a number before an order is sent, it says by a copy of its own. */
it('says of the same numbers as the server that JavaScript does not keep them: its copy is letter by letter the same', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const copies = globSync('{apps,packages}/*/src/**/keeps-number.ts', { cwd: root }).map((file) =>
    readFileSync(`${root}${file}`, 'utf8'),
  );
  expect(copies).toHaveLength(2);
  expect(copies[0]).toBe(copies[1]);
});

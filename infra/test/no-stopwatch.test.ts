import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What ends a wait that hangs: the shortest limit in packages/toolchain/src/vitest.ts. A longer one is for a test that is longer. */
const hangs = 300_000;

/** Limits of real time that a test may name for itself or a part of it, in milliseconds. */
const limits = [
  /^\s*\}, (\d[\d_]*)\);/gm,
  /\btimeout: (\d[\d_]*)/g,
  /^const timeout = (\d[\d_]*)/gm,
  /waitFor\([^\n]*, (\d[\d_]*)\);/g,
];

it('lets no test of the packages, the apps and infra depend on how fast the machine is: none names a short limit of its own', () => {
  const files = globSync('{{apps,packages}/*,infra}/{src,test}/**/*.test.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = readFileSync(`${root}${file}`, 'utf8');
    const short = limits
      .flatMap((limit) => [...text.matchAll(limit)])
      .filter(([, digits = '']) => Number(digits.replaceAll('_', '')) < hangs);
    return short.map(([words]) => `${file}: ${words}`);
  });
  expect(found).toEqual([]);
});

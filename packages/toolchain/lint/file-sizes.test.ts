import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['{packages,apps,examples}/*/{src,bin}/**/*.{ts,tsx}', 'infra/{src,bin}/**/*.ts'];
const test = /\.test(-d)?\.tsx?$|\.contract\.ts$|[\\/](testing|node_modules)[\\/]/;

/** Files of a few lines are as many rooms to walk through: at most as many in a hundred. */
const most = 11;

it('has few files of fifteen lines or fewer (if not, put some with the file that changes for the same reason)', () => {
  const files = globSync(sources, { cwd: repository }).filter((file) => !test.test(file));
  const small = files.filter((file) => readFileSync(`${repository}${file}`, 'utf8').split('\n').length <= 16);
  expect(files.length).toBeGreaterThan(1_000);
  expect({ small: small.length <= (files.length * most) / 100 ? [] : small }).toEqual({ small: [] });
});

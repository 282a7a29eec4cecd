import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');

interface Renovate {
  readonly customManagers: readonly {
    readonly managerFilePatterns: readonly string[];
    readonly matchStrings: readonly string[];
  }[];
  readonly packageRules: readonly {
    readonly matchPackageNames?: readonly string[];
    readonly allowedVersions?: string;
  }[];
}
const renovate = JSON.parse(read('renovate.json')) as Renovate;
const catalog = new Map(
  [...read('pnpm-workspace.yaml').matchAll(/^ {2}"?([@\w/-]+)"?: \^?(\d[\d.]*)$/gm)].map(([, name, version]) => [
    name,
    version,
  ]),
);
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root }).toString().split('\0').filter(Boolean);

it.each(renovate.customManagers)(
  'finds a version to raise by $matchStrings',
  ({ managerFilePatterns, matchStrings }) => {
    const fits = managerFilePatterns.map((pattern) => new RegExp(pattern.slice(1, -1)));
    const searched = files.filter((file) => fits.some((fit) => fit.test(file)));
    const versions = searched.flatMap((file) =>
      matchStrings.flatMap((text) =>
        [...read(file).matchAll(new RegExp(text, 'g'))].map(({ groups }) => groups?.['currentValue']),
      ),
    );
    expect(versions.length).toBeGreaterThan(0);
    // A version that stands in several files is the same in all, or one was forgotten.
    expect([...new Set(versions)]).toHaveLength(1);
  },
);

it('allows the versions that are used, of what must not be raised further', () => {
  const pins = renovate.packageRules.flatMap(({ matchPackageNames = [], allowedVersions }) =>
    allowedVersions === undefined
      ? []
      : matchPackageNames.map((name) => ({ name, below: Number(allowedVersions.slice(1)) })),
  );
  expect(pins.map(({ name }) => name)).toEqual(expect.arrayContaining(['aws-cdk', 'typescript', 'node']));
  for (const { name, below } of pins.filter(({ name }) => catalog.has(name)))
    expect(Number.parseInt(catalog.get(name) ?? '', 10), name).toBeLessThan(below);
});

it('brings the Node that it says everywhere', () => {
  const node = catalog.get('node');
  expect(read('.node-version').trim()).toBe(node);
  expect(read('pnpm-workspace.yaml')).toContain(`nodeVersion: ${node}\n`);
});

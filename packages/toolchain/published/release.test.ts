import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { publishablePackages, repository } from '../src/published/publishable-packages.ts';
import { runOutside } from './run-outside.ts';

/**
 * A whole release in a copy of the repository: first of the changesets that wait here, then of the two that a team would write
 * who widened the vocabulary and mended one stage.
 */
const copy = join(inject('outside'), 'release');
const changesets = join(repository, 'node_modules/@changesets/cli/bin.js');
const foldersByName = new Map(publishablePackages().map(({ name, path }) => [name, relative(repository, path)]));
const scope = '@order-workflow';
const [domain, kit, payment] = ['order-domain', 'stage-kit', 'payment'].map((name) => `${scope}/${name}`) as [
  string,
  string,
  string,
];
const summaries = { [domain]: 'An order may be a gift.', [payment]: 'A gift is charged like any other order.' };

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly repository: { readonly url: string; readonly directory: string };
}
const read = (file: string) => readFileSync(join(copy, file), 'utf8');
const manifestOf = (name: string): Manifest => JSON.parse(read(`${foldersByName.get(name)}/package.json`));
const changelogOf = (name: string) => read(`${foldersByName.get(name)}/CHANGELOG.md`);
const versions = () => Object.fromEntries([...foldersByName.keys()].map((name) => [name, manifestOf(name).version]));
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Release', '-c', 'user.email=release@example.com', ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Release');
};
const release = (command: string) => runOutside(copy, process.execPath, changesets, command);

let before: Readonly<Record<string, string>>;
let first: Readonly<Record<string, string>>;
let second: Readonly<Record<string, string>>;
let third: Readonly<Record<string, string>>;

beforeAll(() => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: repository, encoding: 'utf8' }).split('\n');
  for (const file of tracked.filter((each) =>
    /(^|\/)(package\.json|CHANGELOG\.md|pnpm-[a-z]+\.yaml)$|^\.changeset\//.test(each),
  )) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(join(repository, file), join(copy, file));
  }
  git('init', '--quiet', '--initial-branch', 'main');
  commit();
  before = versions();
  release('version');
  commit();
  first = versions();
  for (const [name, bump] of [
    [domain, 'minor'],
    [payment, 'patch'],
  ] as const)
    writeFileSync(join(copy, `.changeset/${bump}.md`), `---\n"${name}": ${bump}\n---\n\n${summaries[name]}\n`);
  release('version');
  commit();
  second = versions();
});

/** After the second: what is asked of that is asked of what it left. */
function releaseKit(): void {
  writeFileSync(join(copy, '.changeset/kit.md'), `---\n"${kit}": patch\n---\n\nA mended kit.\n`);
  release('version');
  commit();
  third = versions();
}

const parts = (version = '') => version.split('.').map(Number) as [number, number, number];
/** The next version, where 1 is the place of the minor and 2 that of the patch. */
const bumped = (version: string | undefined, place: number) =>
  parts(version)
    .map((number, at) => (at === place ? number + 1 : at > place ? 0 : number))
    .join('.');

describe('a release', () => {
  it('spends every changeset that waits, and each of its packages has a changelog of its new version', () => {
    expect(readdirSync(join(copy, '.changeset')).toSorted()).toEqual(['README.md', 'config.json']);
    for (const [name, version] of Object.entries(first).filter(([each, now]) => now !== before[each])) {
      expect(changelogOf(name), name).toContain(`\n## ${version}\n`);
    }
  });

  it('of a new field in the vocabulary raises its minor, and all who are built with it by a patch', () => {
    expect(second[domain]).toBe(bumped(first[domain], 1));
    const builtWith = [...foldersByName.keys()].filter((name) => domain in (manifestOf(name).dependencies ?? {}));
    expect(builtWith).toContain(kit);
    expect(builtWith.length).toBeGreaterThan(6);
    for (const name of builtWith) expect(second[name], name).toBe(bumped(first[name], 2));
  });

  it('leaves alone what has nothing to do with it', () => {
    expect(second[`${scope}/asl-engine`]).toBe(first[`${scope}/asl-engine`]);
  });

  it('tells who upgrades what is new, and whom only a dependency changed nothing else', () => {
    const latest = (name: string) => changelogOf(name).split(/^## /m)[1];
    expect(latest(domain)).toContain(`### Minor Changes`);
    expect(latest(domain)).toContain(summaries[domain]);
    expect(latest(payment)).toContain(summaries[payment]);
    expect(latest(payment)).toContain(`- ${domain}@${second[domain]}`);
    expect(latest(`${scope}/shipping`)).not.toContain(summaries[payment]);
    expect(latest(`${scope}/shipping`)).toContain(`- ${domain}@${second[domain]}`);
  });

  it('tags each package with the version that it has', () => {
    release('git-tag');
    const tags = git('tag').trim().split('\n');
    expect(tags).toEqual(expect.arrayContaining(Object.entries(second).map(([name, version]) => `${name}@${version}`)));
  });

  it('packs stages that are installed together with the vocabulary that they were built with', () => {
    const packed = [domain, kit, payment].map((name) => {
      const folder = join(copy, foldersByName.get(name) ?? '');
      cpSync(join(repository, foldersByName.get(name) ?? '', 'dist'), join(folder, 'dist'), { recursive: true });
      mkdirSync(join(folder, 'node_modules', scope), { recursive: true });
      for (const of of [domain, kit])
        symlinkSync(join(copy, foldersByName.get(of) ?? ''), join(folder, 'node_modules', of), 'junction');
      const told = runOutside(folder, 'pnpm', 'pack', '--json', '--pack-destination', copy);
      return JSON.parse(told).filename;
    });
    const consumer = join(copy, 'consumer');
    mkdirSync(consumer);
    writeFileSync(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    runOutside(consumer, 'npm', 'install', '--no-audit', '--no-fund', ...packed);
    for (const name of [domain, kit, payment]) {
      const { version } = JSON.parse(readFileSync(join(consumer, 'node_modules', name, 'package.json'), 'utf8'));
      expect(version, name).toBe(second[name]);
      expect(existsSync(join(consumer, 'node_modules', payment, 'node_modules', name)), `${name} twice`).toBe(false);
    }
    const script = `import { processPayment } from '${payment}'; console.log(processPayment.stateName)`;
    expect(runOutside(consumer, process.execPath, '--input-type=module', '--eval', script).trim()).toBe(
      'Process Payment',
    );
  });
});

describe('a release of a mended kit', () => {
  beforeAll(releaseKit);

  it('leaves alone every stage, whose range holds it already', () => {
    const released = Object.keys(third).filter((name) => third[name] !== second[name]);
    expect(released).toEqual([kit]);
    expect(manifestOf(payment).dependencies?.[kit]).toBe('workspace:^');
  });
});

describe('what npm asks of a package with provenance', () => {
  it.each([...foldersByName])('%s says from which folder of this repository it comes', (name, folder) => {
    expect(manifestOf(name).repository).toEqual({
      type: 'git',
      url: 'git+https://github.com/order-workflow/order-workflow.git',
      directory: folder.replaceAll('\\', '/'),
    });
  });

  it('is given by the job that publishes, and by no other', () => {
    const workflow = readFileSync(join(repository, '.github/workflows/release.yml'), 'utf8');
    const [, ...jobs] = workflow.split(/^ {2}(?=\w+:$)/m);
    const publishing = jobs.filter((job) => job.includes('publish-script:'));
    expect(publishing).toHaveLength(1);
    expect(publishing[0]).toMatch(/^ {6}id-token: write/m);
    expect(publishing[0]).toContain('NPM_CONFIG_PROVENANCE: "true"');
    expect(workflow).toMatch(/^permissions: \{\}$/m);
  });
});

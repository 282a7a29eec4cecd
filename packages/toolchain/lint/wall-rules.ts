import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import type { Recursion, Wall } from './wall.ts';

/** A rule of dependency-cruiser: what it forbids, by the path of a file and of what that imports. */
interface Rule {
  readonly name: string;
  readonly comment: string;
  readonly severity: 'error';
  readonly from: Restriction;
  readonly to: Restriction;
}

interface Restriction {
  readonly path?: readonly string[];
  readonly pathNot?: readonly string[];
  readonly circular?: boolean;
  readonly dependencyTypes?: readonly string[];
}

/** The package that a file belongs to, by its path: `$1` in what a rule says of the import. */
const ownPackage = '((?:packages|apps|examples)/[^/]+|infra)/';

/** Files that try others out, and may import whatever their package depends on. */
const tests = ['\\.test(?:-d)?\\.tsx?$', '/(?:test|published)/'];

/** The rules of dependency-cruiser that hold these walls, for a repository in the current folder. */
export function wallRules(walls: readonly Wall[], recursions: readonly Recursion[]): readonly Rule[] {
  const packages = workspacePackages();
  return [
    {
      name: 'circle',
      comment:
        'files that import each other in a circle are one file, or one of them holds what belongs on a lower floor',
      severity: 'error',
      from: { pathNot: recursions.map(({ place }) => placePattern(place)) },
      to: { circular: true },
    },
    {
      name: 'package-by-path',
      comment: 'another package is imported by its name, and only what it exports',
      severity: 'error',
      from: { path: [`^${ownPackage}`] },
      to: { pathNot: ['^$1/', '^[^/]+$'], dependencyTypes: ['local'] },
    },
    {
      name: 'test-in-source',
      comment: 'what runs does not know what tests it',
      severity: 'error',
      from: { path: [`^${ownPackage}src/`], pathNot: tests },
      to: { path: tests },
    },
    ...walls.map(({ name, place, may, mayNot = [], because }, index) => ({
      name,
      comment: `${because}; may import its own package and ${may.join(', ')} (walls.ts)`,
      severity: 'error' as const,
      from: {
        path: place.map((each) => `^(?=${placePattern(each).slice(1)})${ownPackage}`),
        pathNot: [...tests, ...walls.slice(0, index).flatMap((above) => above.place.map(placePattern))],
      },
      to: { pathNot: [ownPath(mayNot), ...may.flatMap((what) => allowed(what, packages))] },
    })),
  ];
}

interface WorkspacePackage {
  readonly name: string;
  readonly isStage: boolean;
  /** What it exports: paths of sources, from the root. */
  readonly entries: readonly string[];
}

function workspacePackages(): readonly WorkspacePackage[] {
  return globSync(['packages/*/package.json', 'apps/*/package.json', 'infra/package.json']).map((manifest) => {
    const folder = manifest.replace('/package.json', '');
    const exported: Record<string, unknown> = JSON.parse(readFileSync(manifest, 'utf8')).exports ?? {};
    const sources = Object.values(exported).map((target) =>
      typeof target === 'string' ? target : (target as Record<string, string>)['@order-workflow/source'],
    );
    return {
      name: folder.split('/').at(-1) ?? folder,
      isStage: existsSync(`${folder}/src/lambda`),
      entries: sources.flatMap((source) => (source === undefined ? [] : [source.replace(/^\./, folder)])),
    };
  });
}

/** A pattern of the paths in the own package, but for these folders of its source. */
function ownPath(mayNot: readonly string[]): string {
  return mayNot.length === 0 ? '^$1/' : `^$1/(?!src/(?:${mayNot.join('|')})/)`;
}

function allowed(what: string, packages: readonly WorkspacePackage[]): readonly string[] {
  const ours = packages.filter(({ name, isStage }) => (what === 'stages' ? isStage : name === what));
  if (ours.length > 0) return ours.flatMap(({ entries }) => entries.map((entry) => `^${escaped(entry)}$`));
  if (/\.\w+$/.test(what)) return [`^${escaped(what)}$`];
  if (what === 'node:') return [`^(?:node:)?(?:${builtinModules.map(escaped).join('|')})$`];
  if (what.startsWith('node:')) return [`^(?:node:)?${escaped(what.slice('node:'.length))}$`];
  return [`(?:^|/)node_modules/${escaped(what).replaceAll('\\*', '[^/]+')}/`];
}

/** `packages/any/src/adapters` → a pattern of the paths in it; of a file, of its path. */
function placePattern(place: string): string {
  const pattern = escaped(place).replaceAll('\\*', '[^/]+');
  return `^${pattern}${/\.\w+$/.test(place) ? '$' : '/'}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&');
}

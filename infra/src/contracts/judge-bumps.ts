import { isDeepStrictEqual } from 'node:util';
import { shortName } from './broken-reads.ts';
import type { StageContract } from './stage-contract.ts';
import { unmetReads } from './unmet-reads.ts';

export type Bump = 'patch' | 'minor' | 'major';

/** The larger the later. */
export const bumps: readonly Bump[] = ['patch', 'minor', 'major'];

/**
 * Whether each change of a contract since the last release is announced by a changeset that is large enough, a sentence for each that
 * is not. A change breaks when somebody who read all that the last release left can no longer count on it, or when the stage
 * refuses a record that the last release took. All others are compatible.
 *
 * @param announced the bump of each package by its changesets; none where it has no changeset
 */
export function judgeBumps(
  before: readonly StageContract[],
  now: readonly StageContract[],
  announced: ReadonlyMap<string, Bump>,
): readonly string[] {
  return before.flatMap((past) => {
    const present = now.find(({ stateName }) => stateName === past.stateName);
    if (!present || isDeepStrictEqual([past.reads, past.leaves], [present.reads, present.leaves])) return [];
    const breaks = whatBreaks(past, present);
    const needed = breaks.length > 0 ? breakingBump(past.version) : 'patch';
    const bump = announced.get(past.package);
    if (bump && bumps.indexOf(bump) >= bumps.indexOf(needed)) return [];
    const change = breaks.length > 0 ? breaks.join(', ') : 'what it reads or leaves has changed compatibly';
    return [
      `${shortName(past)} ${past.version}, ${past.stateName}: ${change}; its changeset says ${bump ?? 'nothing'}, expected ${needed}${needed === 'major' ? '' : ' or more'}`,
    ];
  });
}

function whatBreaks(past: StageContract, present: StageContract): readonly string[] {
  const left = unmetReads(past.leaves, present.leaves, past.key);
  // A field that it newly reads where it is there breaks nobody.
  const asked = unmetReads(present.reads, past.reads, 'record').filter(({ kind }) => kind !== 'unknown');
  return [
    ...left.map(
      ({ path, kind }) => `${path} ${kind === 'left-otherwise' ? 'is left otherwise' : 'is not left as it was'}`,
    ),
    ...asked.map(({ path }) => `${path.replace(/^record\./, '')} is asked for as it was not`),
  ];
}

/** The bump that leaves the ranges of dependents, `^0.1.0`: below 1.0.0 that is a minor, below 0.1.0 any (semver, "Caret Ranges"). */
function breakingBump(version: string): Bump {
  const [major, minor] = version.split('.');
  if (major !== '0') return 'major';
  return minor === '0' ? 'patch' : 'minor';
}

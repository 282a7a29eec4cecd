import { type StageContract, writersOf } from './stage-contract.ts';
import { type UnmetRead, unmetReads } from './unmet-reads.ts';

/**
 * What a stage reads that others do not leave, a sentence for each: `notify 0.1.1 reads shipment.trackingNumber, which shipping
 * no longer leaves`. Whether a key is there at all is for the composition to say (assert-needs-are-left.ts).
 *
 * @param before the contracts of the last release, by which is known what is *no longer* so
 */
export function brokenReads(
  reader: StageContract,
  contracts: readonly StageContract[],
  before: readonly StageContract[],
): readonly string[] {
  return Object.entries(reader.reads.properties ?? {}).flatMap(([key, reads]) =>
    writersOf(contracts, key).flatMap(({ writer, leaves }) => {
      const was = writersOf(before, key).filter((past) => past.writer.stateName === writer.stateName);
      const wasUnmet = new Set(was.flatMap((past) => unmetReads(reads, past.leaves, key)).map(({ path }) => path));
      return unmetReads(reads, leaves, key).map(
        ({ path, kind }) =>
          `${shortName(reader)} ${reader.version} reads ${path}, which ${shortName(writer)} ${wordsOf(kind, was.length > 0 && !wasUnmet.has(path))}`,
      );
    }),
  );
}

/** `shipping` of `@order-workflow/shipping`. */
export function shortName({ package: name }: Pick<StageContract, 'package'>): string {
  return name.replace(/^@[^/]+\//, '');
}

function wordsOf(kind: UnmetRead['kind'], leftBefore: boolean): string {
  switch (kind) {
    case 'not-left':
    case 'unknown':
      return leftBefore ? 'no longer leaves' : 'does not leave';
    case 'not-always-left':
      return leftBefore ? 'no longer leaves always' : 'does not always leave';
    case 'left-otherwise':
      return leftBefore ? 'now leaves otherwise' : 'leaves otherwise';
  }
}

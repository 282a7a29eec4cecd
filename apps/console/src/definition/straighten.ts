/** A state, or the place where an edge crosses a row. */
export interface RowItem {
  /** Items of one block stand straight below each other. */
  readonly block: string;
  /** Half of what it takes, with its part of the gap to its neighbours, in CSS pixels. */
  readonly half: number;
}

/**
 * Finds an x for the middle of each block, so that the block `spine` stands at 0 and everything else as near to it as
 * the order in the rows allows. Undefined when the order has no room for straight blocks: when one is left of another in
 * one row and right of it in the next, or in no row with the spine.
 */
export function straighten(
  rows: readonly (readonly RowItem[])[],
  spine: string,
): ReadonlyMap<string, number> | undefined {
  const right = pushAway(rows, spine);
  const left = pushAway(
    rows.map((row) => row.toReversed()),
    spine,
  );
  if (!right || !left) return undefined;
  const places = new Map<string, number>([...[...left].map(([block, x]): [string, number] => [block, -x]), ...right]);
  return rows.flat().some(({ block }) => !places.has(block)) ? undefined : places;
}

/** How far what comes after the spine in the rows is pushed away from it. Undefined when it would never end. */
function pushAway(rows: readonly (readonly RowItem[])[], spine: string): ReadonlyMap<string, number> | undefined {
  const places = new Map([[spine, 0]]);
  const pairs = rows.flatMap((row) => row.slice(1).map((after, index) => [row[index] ?? after, after] as const));
  for (const _ of [...pairs, undefined]) {
    let moved = false;
    for (const [before, after] of pairs) {
      const from = places.get(before.block);
      const wanted = (from ?? Number.NEGATIVE_INFINITY) + before.half + after.half;
      if (wanted <= (places.get(after.block) ?? Number.NEGATIVE_INFINITY)) continue;
      if (after.block === spine) return undefined;
      places.set(after.block, wanted);
      moved = true;
    }
    if (!moved) return places;
  }
  return undefined;
}

import type { LayoutSizes } from '../definition/flow-layout.ts';

const wide: LayoutSizes = {
  stateWidth: 200,
  stateHeight: 46,
  labelCharacter: 7,
  labelHeight: 14,
  dot: 14,
  gap: 22,
  rowGap: 24,
  margin: 4,
};

/** Narrow frames keep the room for the states, and have no labels: the list of states has them. */
const narrow: LayoutSizes = { ...wide, stateWidth: 168, labelCharacter: 0, gap: 14, margin: 3 };

/** Sizes for a graph in a frame of `width` CSS pixels. */
export function layoutSizes(width: number): LayoutSizes {
  return isNarrow(width) ? narrow : wide;
}

export function isNarrow(width: number): boolean {
  return width < 660;
}

import type { LayoutSizes } from '../definition/flow-layout.ts';

const wide: LayoutSizes = {
  stateWidth: 176,
  stateHeight: 46,
  labelCharacter: 6.2,
  labelHeight: 14,
  dot: 14,
  gap: 22,
  rowGap: 20,
  margin: 4,
};

/** Narrow screens get narrower states, so that their names stay legible. */
const narrow: LayoutSizes = { ...wide, stateWidth: 140, labelCharacter: 5.4, gap: 8, margin: 2 };

/** Sizes for a graph in a frame of `width` CSS pixels. */
export function layoutSizes(width: number): LayoutSizes {
  return width < 480 ? narrow : wide;
}

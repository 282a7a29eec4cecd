export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place in CSS pixels; `x` and `y` are the upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where all of a flow is drawn, in CSS pixels. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  /** By the state's name, `flowStart` and `flowEnd` too. */
  readonly nodes: ReadonlyMap<string, Box>;
  /** By the edge's id. `label` is the middle of the label. */
  readonly edges: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label: Point }>;
}

/** Sizes in CSS pixels. */
export interface LayoutSizes {
  readonly stateWidth: number;
  readonly stateHeight: number;
  /** Average width of a character of an arrow's label. */
  readonly labelCharacter: number;
  readonly labelHeight: number;
  readonly dot: number;
  /** Between states of the same row, and between rows. */
  readonly gap: number;
  readonly rowGap: number;
  readonly margin: number;
}

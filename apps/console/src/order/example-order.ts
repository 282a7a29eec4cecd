/** An order to begin with; the simulators know most of them by their magic values. */
export interface ExampleOrder {
  /** Of its file. */
  readonly name: string;
  /** What it is, and what comes of it, in a few words. */
  readonly what: string;
  readonly outcome: string;
  /** JSON. */
  readonly text: string;
}

/** Orders of a kind. */
export interface ExampleGroup {
  readonly heading: string;
  readonly orders: readonly ExampleOrder[];
}

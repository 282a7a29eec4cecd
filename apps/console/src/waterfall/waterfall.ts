/** What a stretch of time was spent on. `stay`: the state was entered and called nothing, or not yet, or no more. */
export type SegmentKind = 'attempt' | 'wait' | 'stay';

/** A stretch of a bar. Times are epoch milliseconds. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly from: number;
  readonly to: number;
  /** Of an attempt: how it ended. */
  readonly status?: 'running' | 'succeeded' | 'failed';
  /** Of an attempt: which of the visit, from 1. */
  readonly number?: number;
  /** Of an attempt that failed: by which error. */
  readonly error?: string;
}

/** A visit as a bar. */
export interface WaterfallRow {
  readonly state: string;
  /** How many Maps and Parallels it happened in. */
  readonly depth: number;
  readonly enteredAt: number;
  /** When it was left, or the last that is known of it. */
  readonly until: number;
  readonly segments: readonly Segment[];
}

/** Time in which the execution had ended and was not redriven yet: it is shown as no time. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly WaterfallRow[];
  /** Rows that are left out, since there are more than anybody looks at. */
  readonly more: number;
  readonly folds: readonly Fold[];
}

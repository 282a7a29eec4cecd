import type { BulkCall, PlannedRow } from './plan-bulk.ts';

/** What came of a row. */
export interface BulkResult {
  readonly done: boolean;
  /** In a few words: what was done, or what was said against it. */
  readonly words: string;
}

/**
 * Does what was planned, one after the other, and tells of each. What is refused of one keeps nothing from the next; once the signal is
 * aborted nothing more is begun.
 */
export async function runBulk(
  rows: readonly PlannedRow[],
  does: (call: BulkCall) => Promise<string>,
  tell: (row: number, result: BulkResult) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const [index, { call }] of rows.entries()) {
    if (!call) continue;
    if (signal.aborted) return;
    tell(index, await resultOf(does(call)));
  }
}

async function resultOf(done: Promise<string>): Promise<BulkResult> {
  try {
    return { done: true, words: await done };
  } catch (problem) {
    return { done: false, words: problem instanceof Error ? problem.message : String(problem) };
  }
}

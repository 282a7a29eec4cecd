import type { BatchLine } from '../decisions/batch-line.ts';

/** A batch as it was accepted. Its id is made of its Idempotency-Key; of what was sent only a hash is kept here. */
export interface AcceptedBatch {
  readonly batchId: string;
  readonly bodyHash: string;
  /** The name of the execution that works on it. */
  readonly execution: string;
  /** How many orders were sent, and in how many parts they are kept, which are counted from 1. */
  readonly lines: number;
  readonly parts: number;
  /** ISO 8601, in UTC. */
  readonly acceptedAt: string;
}

/** A line that waits to be placed: the order as it was sent. */
export interface WaitingLine {
  readonly line: number;
  readonly order: unknown;
}

/** Some lines of a batch, in the sequence in which they were sent. */
export type PartLine = WaitingLine | BatchLine;

/** How many lines were answered by which status. */
export type AnsweredLines = Readonly<Record<string, number>>;

/** What is kept of batches, for 14 days. Each call may throw ApiUnavailable. */
export interface Batches {
  read(batchId: string): Promise<AcceptedBatch | undefined>;
  /** Remembers a batch; false where its id has one already, which stays. */
  keep(batch: AcceptedBatch): Promise<boolean>;
  /** Keeps a part as it was sent, unless it is kept. */
  keepPart(batch: AcceptedBatch, part: number, lines: readonly PartLine[]): Promise<void>;
  /** The lines of a part; undefined where it was never kept. */
  readPart(batchId: string, part: number): Promise<readonly PartLine[] | undefined>;
  /** Puts the answers to a part in the place of its orders, of which nothing stays. */
  answerPart(batchId: string, part: number, answers: readonly BatchLine[]): Promise<void>;
  /** How many parts are answered, and their lines by status. */
  progress(batchId: string): Promise<{ readonly parts: number; readonly answered: AnsweredLines }>;
}

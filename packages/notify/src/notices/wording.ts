import type { ToldRecord } from '../told-record.ts';

/** What a notice says: the subject after the order's number, and the paragraphs between greeting and end. */
export interface Wording {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Words for one outcome. */
export type Words = (record: ToldRecord) => Wording;

import type { Apologies } from '../apologies.ts';
import type { NotifiableRecord } from '../notifiable-record.ts';

/** What a notice says: the subject after the order's number, and the paragraphs between greeting and end. */
export interface Wording {
  /** ASCII, and at most 27 characters: the longest order number takes 64 of the 99 that SNS allows. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Words for one outcome. */
export type Words = (record: NotifiableRecord, apologies: Apologies) => Wording;

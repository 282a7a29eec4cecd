import { judgeLetter } from './judge-letter.ts';
import { composeLetter } from './letter/compose-letter.ts';
import { type LetterItem, letterIdOf } from './letter-item.ts';
import type { MailedNotice } from './mailed-notice.ts';
import type { LetterBook } from './ports/letter-book.ts';
import type { PostOffice, Refusal } from './ports/post-office.ts';

/** Why a letter is not sent yet; it stays in the queue, and waits for a person in the end. */
export type LetterFault =
  | Refusal
  /** SES was not reached, or said "not now". */
  | 'SesUnavailable'
  /** No answer came: the next try may bring a second copy. */
  | 'LetterOutcomeUnknown'
  /** Two answers were lost: whether it arrived is for a person to find out. */
  | 'LetterGivenUp'
  /** Another call of the function is at it. */
  | 'LetterUnderWay'
  | 'LetterBookUnavailable';

export type Mailed =
  /** `again`: it may have arrived before, since the answer to that was lost. */
  | { readonly kind: 'sent'; readonly messageId: string; readonly again: boolean }
  | { readonly kind: 'dropped'; readonly why: 'sent-before' | 'outdated' }
  | { readonly kind: 'waits'; readonly fault: LetterFault; readonly detail: string };

export interface MailWorld {
  readonly office: PostOffice;
  readonly book: LetterBook;
  readonly clock: { now(): number };
  /** How long one call of the function may be at a letter. */
  readonly leaseMs: number;
}

/**
 * Sends the letter of a notice once: notes that it is being sent, sends it, notes what became of it. A note that is lost
 * after SES took the letter counts as an answer that was lost.
 */
export async function sendLetter(notice: MailedNotice, world: MailWorld): Promise<Mailed> {
  const { office, book, clock, leaseMs } = world;
  const found = await book.read(letterIdOf(notice));
  if (found.kind === 'unavailable') return waits('LetterBookUnavailable', found.detail);
  const judged = judgeLetter(found.item, notice, { now: clock.now(), leaseMs });
  switch (judged.kind) {
    case 'dropped':
      return judged;
    case 'under-way':
      return waits('LetterUnderWay', 'another call is at it');
    case 'given-up':
      return waits('LetterGivenUp', 'two answers of SES were lost: see whether it arrived');
    case 'sends':
      break;
  }
  const noted = await book.writeIf(judged.item, found.item?.revision);
  if (noted.kind === 'changed') return waits('LetterUnderWay', 'another call was first');
  if (noted.kind === 'unavailable') return waits('LetterBookUnavailable', noted.detail);
  const answer = await office.send(composeLetter(notice));
  switch (answer.kind) {
    case 'taken':
      await note(world, judged.item, { state: 'sent', messageId: answer.messageId });
      return { kind: 'sent', messageId: answer.messageId, again: judged.again };
    case 'refused':
      await note(world, judged.item, unsent(judged.item));
      return waits(answer.refusal, answer.detail);
    case 'unavailable':
      await note(world, judged.item, unsent(judged.item));
      return waits('SesUnavailable', answer.detail);
    case 'lost':
      return waits('LetterOutcomeUnknown', answer.detail);
  }
}

function unsent({ handed }: LetterItem): Partial<LetterItem> {
  return { state: 'unsent', handed: handed - 1 };
}

/** What cannot be noted is found as an answer that was lost, by whoever comes next. */
async function note({ book, clock }: MailWorld, item: LetterItem, fields: Partial<LetterItem>): Promise<void> {
  await book.writeIf({ ...item, ...fields, since: clock.now(), revision: item.revision + 1 }, item.revision);
}

function waits(fault: LetterFault, detail: string): Mailed {
  return { kind: 'waits', fault, detail };
}

import type { ReturnedLetter } from './returned-letter.ts';
import type { MailWorld } from './send-letter.ts';

export type Returned =
  /** `notificationId`: of the notice that did not reach its customer; absent where a later letter has followed. */
  | { readonly kind: 'returned'; readonly notificationId?: string }
  | { readonly kind: 'waits'; readonly fault: 'LetterBookUnavailable'; readonly detail: string };

/** Notes that a letter came back. It is not sent again: SES's suppression list knows the address from now on. */
export async function noteReturn(
  { letterId, messageId, reason }: ReturnedLetter,
  { book, clock }: Pick<MailWorld, 'book' | 'clock'>,
): Promise<Returned> {
  const found = await book.read(letterId);
  if (found.kind === 'unavailable') return { kind: 'waits', fault: 'LetterBookUnavailable', detail: found.detail };
  const { item } = found;
  if (item?.messageId !== messageId) return { kind: 'returned' };
  if (item.state === 'returned') return { kind: 'returned', notificationId: item.notificationId };
  const noted = await book.writeIf(
    { ...item, state: 'returned', reason, since: clock.now(), revision: item.revision + 1 },
    item.revision,
  );
  if (noted.kind === 'written') return { kind: 'returned', notificationId: item.notificationId };
  const detail = noted.kind === 'changed' ? 'another call was first' : noted.detail;
  return { kind: 'waits', fault: 'LetterBookUnavailable', detail };
}

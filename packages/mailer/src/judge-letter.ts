import { type LetterItem, letterIdOf } from './letter-item.ts';
import type { MailedNotice } from './mailed-notice.ts';

/** SES has no idempotency: of an answer that was lost nobody can ask. So often it may be handed over. */
const mostHanded = 2;

export type LetterJudgement =
  /** It is sent once this is written. `again`: an earlier try may have arrived. */
  | { readonly kind: 'sends'; readonly item: LetterItem; readonly again: boolean }
  /** It has been sent, or a later notice of the order has. */
  | { readonly kind: 'dropped'; readonly why: 'sent-before' | 'outdated' }
  /** Somebody is at it. */
  | { readonly kind: 'under-way' }
  /** It was handed over twice and nobody knows whether it arrived: a third copy is for a person to send. */
  | { readonly kind: 'given-up' };

/**
 * Whether a notice is to be sent now. Each is sent once by its id and sequence, and none after a later one of its order. Whoever
 * is at it has until `leaseMs` have passed; then the answer counts as lost, and it is sent once more.
 */
export function judgeLetter(
  found: LetterItem | undefined,
  notice: MailedNotice,
  { now, leaseMs }: { readonly now: number; readonly leaseMs: number },
): LetterJudgement {
  const { notificationId, sequence = 0 } = notice;
  const same = found?.notificationId === notificationId && found.sequence === sequence;
  const sends = (handed: number): LetterJudgement => ({
    kind: 'sends',
    again: handed > 1,
    item: {
      letterId: letterIdOf(notice),
      notificationId,
      sequence,
      state: 'sending',
      handed,
      since: now,
      revision: (found?.revision ?? 0) + 1,
    },
  });
  if (!found) return sends(1);
  if (!same) return found.sequence > sequence ? { kind: 'dropped', why: 'outdated' } : sends(1);
  switch (found.state) {
    case 'sent':
    case 'returned':
      return { kind: 'dropped', why: 'sent-before' };
    case 'unsent':
      return sends(found.handed + 1);
    case 'sending':
      if (now - found.since < leaseMs) return { kind: 'under-way' };
      return found.handed >= mostHanded ? { kind: 'given-up' } : sends(found.handed + 1);
  }
}

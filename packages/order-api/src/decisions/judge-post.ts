import { type Claimant, judgeClaim, type OrderItem } from '@order-workflow/stage-kit/order-store';

/** What comes of an order that is posted, by the rules of the order store itself. */
export type Post =
  /** An execution is started for this attempt. Whether the order is its own, the store says. */
  | { readonly kind: 'start'; readonly attempt: number }
  /** The order that the store has is this one: nothing is started. */
  | { readonly kind: 'stands'; readonly item: OrderItem }
  /** It is another than the store has, which goes first. */
  | { readonly kind: 'conflict'; readonly item: OrderItem; readonly detail: string };

/** Of nobody yet: the execution that would be started. */
const toCome = { id: '', startedAt: '' };

/** Judges what comes of an order that is posted while the store has this of it. */
export function judgePost(item: OrderItem | undefined, asked: Pick<Claimant, 'attempt' | 'fingerprint'>): Post {
  const judged = judgeClaim(item, { ...asked, execution: toCome });
  if (judged.answer === 'owns') return { kind: 'start', attempt: judged.attempt };
  if (!item) throw new RangeError('an order that nobody has is whoever asks for it');
  const known = item.fingerprints.includes(asked.fingerprint) && (asked.attempt ?? 0) <= item.attempt;
  return known ? { kind: 'stands', item } : { kind: 'conflict', item, detail: whyNot(item, asked.attempt) };
}

function whyNot({ status, attempt }: OrderItem, said: number | undefined): string {
  const stands = attempt === 0 ? `it was ${status} before it came` : `its attempt ${attempt} is ${status}`;
  switch (status) {
    case 'open':
    case 'cancelling':
      return `Another attempt at this order is under way: ${stands}. Post it again when that has ended with nothing held.`;
    case 'fulfilled':
      return `This order was fulfilled, with other content: ${stands}. Post another order under an id of its own, or cancel this one.`;
    default:
      return said === undefined
        ? `This order is not tried again by itself: ${stands}. Say "attempt": ${attempt + 1} to have it tried again.`
        : `Attempt ${said} does not follow: ${stands}, so the next is attempt ${attempt + 1}.`;
  }
}

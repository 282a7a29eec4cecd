import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

const owner = { breaks: 'one order, one owner' } as const;
const claim = { ...owner, in: 'judgeClaim' } as const;
const close = { ...owner, in: 'judgeClose' } as const;
const item = { ...owner, in: 'claimedItem' } as const;
const content = { ...owner, in: 'orderContent' } as const;

/** Ways to judge wrongly whose an order is, and how it stands. */
export const mutantsOfOwning: readonly Mutant[] = [
  {
    name: 'an order that another works on, or has fulfilled, is taken over by new content',
    ...claim,
    at: 'condition holdsNothing',
    operator: replace('isNextAttempt(item, claimant)'),
  },
  {
    name: 'content that an earlier attempt had is tried again unasked',
    ...claim,
    at: 'function makesAnAttempt > return',
    operator: replace('attempt < attemptsByContent'),
  },
  {
    name: 'new content makes attempts without end',
    ...claim,
    at: 'function makesAnAttempt > return',
    operator: replace('!fingerprints.includes(fingerprint)'),
  },
  {
    name: 'whatever attempt is said aloud is the next',
    ...claim,
    at: 'function isNextAttempt > if said > return',
    operator: replace('true'),
  },
  {
    name: 'who was told that the order is another’s gets the next attempt by a call that comes late',
    ...claim,
    at: 'condition includes',
    operator: replace('true'),
  },
  {
    name: 'that an order is refused is not remembered',
    ...claim,
    at: 'if mayBeNextAttempt > return',
    operator: replace("{ answer: 'duplicate', ...ownership }"),
  },
  {
    name: 'an owner that asks again is taken for somebody else',
    ...claim,
    at: 'condition sameExecution',
    operator: replace('false'),
  },
  {
    name: 'an owner whose attempt has ended goes on with it',
    ...claim,
    at: 'if isEnd > return',
    operator: replace("{ answer: 'owned', record: item.record }"),
  },
  {
    name: 'the next attempt has the number of the last',
    ...claim,
    at: 'if isNextAttempt > property attempt',
    operator: replace('attempt'),
  },
  {
    name: 'whoever asks may end an attempt',
    ...close,
    at: 'condition sameExecution',
    operator: replace('(attempt ?? item.attempt) === item.attempt'),
  },
  {
    name: 'an owner ends whatever attempt it says',
    ...close,
    at: 'condition sameExecution',
    operator: replace('sameExecution(item.owner, execution)'),
  },
  {
    name: 'an attempt that has ended ends otherwise',
    ...close,
    at: 'condition outcome',
    operator: replace('true'),
  },
  {
    name: 'an attempt that has ended ends anew, with another notice',
    ...close,
    at: 'if outcome > return',
    operator: replace("{ answer: 'closes' }"),
  },
  {
    name: 'the notice of a later attempt is marked as sent by an earlier one',
    ...owner,
    in: 'judgeSent',
    at: 'condition sameNotice',
    operator: replace('!item?.notice'),
  },
  {
    name: 'a write whose check failed counts as written',
    ...owner,
    in: 'settle',
    at: 'literal written',
    operator: replace("'changed'"),
  },
  {
    name: 'nothing is written after a first look',
    ...owner,
    in: 'settle',
    at: 'const mostRounds',
    operator: replace('0'),
  },
  {
    name: 'a claim forgets what earlier attempts asked for',
    ...item,
    at: 'function claimedItem > property fingerprints',
    operator: replace('[claimed.fingerprint]'),
  },
  {
    name: 'a claim brings an item back to a revision that it had',
    ...item,
    at: 'function claimedItem > property revision',
    operator: replace('1'),
  },
  {
    name: 'the numbers of notices begin anew with each attempt',
    ...item,
    at: 'function claimedItem > spread notice',
    operator: drop,
  },
  {
    name: 'a notice counts as sent before it is',
    ...item,
    at: 'function noticedItem > property state',
    operator: replace("'sent'"),
  },
  {
    name: 'the store does not keep what an undo must know',
    ...item,
    at: 'function storedRecord > property order',
    operator: replace('undefined'),
  },
  {
    name: 'another attempt follows one that was fulfilled',
    ...owner,
    in: 'orderStatusSchema',
    at: 'function holdsNothing > return',
    operator: replace('isEnd(status)'),
  },
  {
    name: 'an attempt that somebody works on counts as ended',
    ...owner,
    in: 'isEnd',
    at: 'function isEnd > return',
    operator: replace("status !== 'cancelling'"),
  },
  {
    name: "a shop's time stamp makes a copy of a message look new",
    ...content,
    at: 'return fields',
    operator: replace((text) => text.replace('...fields', '...data')),
  },
  {
    name: 'another card is taken for the same content',
    ...content,
    at: 'return fields',
    operator: replace((text) => text.replace('...fields', '...fields, paymentToken: undefined')),
  },
  {
    name: 'the attempt that is said aloud makes the content new',
    ...content,
    at: 'const given',
    operator: replace('order'),
  },
  {
    name: 'executions are told apart by their ids alone, which are free again after 90 days',
    ...owner,
    in: 'sameExecution',
    at: 'function sameExecution > return',
    operator: replace('one.id === other.id'),
  },
  {
    name: 'a claim is written over whatever is there',
    ...owner,
    in: 'dynamoOrderTable',
    at: 'literal attribute_not_exists(orderId)',
    operator: replace("'attribute_not_exists(nothing)'"),
  },
  {
    name: 'a failed check is taken for a table that is broken',
    ...owner,
    in: 'dynamoItems',
    at: 'literal ConditionalCheckFailedException',
    operator: replace("'ConditionalCheckFailed'"),
  },
];

import type { Mutant } from './mutant.ts';
import { replace } from './operators.ts';

const promise = { breaks: 'closed only when nothing is held' } as const;
const told = { breaks: 'the customer is told, once' } as const;

/** Ways to take a refund that is on its way for made, or to tell of it twice, or not at all. */
export const mutantsOfAnnouncing: readonly Mutant[] = [
  {
    name: 'an order whose refund is only accepted is closed',
    ...promise,
    in: 'closeOrder',
    at: 'condition announcing',
    operator: replace('true'),
  },
  {
    name: 'what announces a refund is not told that it is to be announced',
    ...promise,
    in: 'planStates',
    at: 'function planAnnouncement > property payload',
    operator: replace('recordAndExecution'),
  },
  {
    name: 'an end that is announced has come',
    ...promise,
    in: 'announcedItem',
    at: 'function announcedItem > property announced',
    operator: replace('closing.outcome, status: closing.outcome'),
  },
  {
    name: 'whoever asks may announce how an order will end',
    ...promise,
    in: 'judgeAnnouncement',
    at: 'condition closes',
    operator: replace('false'),
  },
  {
    name: 'an end that was announced is not closed by its execution',
    ...promise,
    in: 'closeOrder',
    at: 'condition announcing',
    operator: replace('announcing === undefined && record.notification === undefined'),
  },
  {
    name: 'a duplicate of an order whose refund is on its way does not say so',
    ...promise,
    in: 'judgeClaim',
    at: 'function describeOwnership > condition announced',
    operator: replace('false'),
  },
  {
    name: 'an end that was announced has a second notice',
    ...told,
    in: 'closedItem',
    at: 'function noticedItem > condition outcome',
    operator: replace('false'),
  },
  {
    name: 'the notice of an earlier attempt counts as this one’s announcement',
    ...told,
    in: 'judgeAnnouncement',
    at: 'condition outcome',
    operator: replace('item?.notice'),
  },
  {
    name: 'what is announced is told again where its mark was lost',
    ...told,
    in: 'closeAndNotify',
    at: 'function toldBefore > return',
    operator: replace('undefined'),
  },
  {
    name: 'the mark of an announcement is lost on an order that has ended since',
    ...told,
    in: 'judgeSent',
    at: 'function sameNotice > return',
    operator: replace((same) => `item.status === told.status && ${same}`),
  },
  {
    name: 'how a cancelled order will end is not told where it was announced to be refunded',
    ...told,
    in: 'closedItem',
    at: 'function noticedItem > condition outcome',
    operator: replace('before.announced'),
  },
];

import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

const taking = { breaks: 'one order, one owner', in: 'judgeTakeover' } as const;
const item = { breaks: 'one order, one owner', in: 'claimedItem' } as const;
const over = { breaks: 'the record says what happened', in: 'takeOver' } as const;
const plan = { breaks: 'nothing held unless shipped', in: 'planCancellation' } as const;

/** Ways to cancel an order wrongly. */
export const mutantsOfCancelling: readonly Mutant[] = [
  {
    name: 'a cancellation takes over what has ended with nothing held',
    ...taking,
    at: 'const lost',
    operator: replace('false'),
  },
  {
    name: 'a fulfilled order is not taken over: what it holds stays',
    ...taking,
    at: 'const lost',
    operator: replace("status !== 'open' && status !== 'cancelling'"),
  },
  {
    name: 'of two cancellations the later stops the earlier, and not the order',
    ...item,
    at: 'function takenItem > property worker',
    operator: replace('found.owner'),
  },
  {
    name: 'an order that is being cancelled counts as fulfilled again',
    ...item,
    at: 'function takenItem > property status',
    operator: replace('found.status'),
  },
  {
    name: 'a takeover leaves the revision, so that a late write of the execution still fits',
    ...item,
    at: 'function answeredItem > property revision',
    operator: replace('found.revision'),
  },
  {
    name: 'an id that is cancelled before it comes has had its first attempt',
    ...item,
    at: 'function cancelledItem > const identity > property attempt',
    operator: replace('1'),
  },
  {
    name: 'the undos of a cancellation are not told the attempt',
    ...over,
    at: 'const record > property validation',
    operator: replace('validation'),
  },
  {
    name: 'a cancellation undoes what was rejected and never done',
    ...over,
    at: 'if stored',
    operator: drop,
  },
  {
    name: 'a cancellation does not stop the execution of the order',
    ...plan,
    at: 'argument 2 of planTakeOver',
    operator: replace('undos'),
  },
  {
    name: 'a cancellation stops under a name for which an alarm rings',
    ...plan,
    breaks: 'the record says what happened',
    at: 'property error',
    operator: replace("'Stopped'"),
  },
];

import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

const promise = { breaks: 'a cancelled order holds nothing' } as const;
const takeover = { ...promise, in: 'judgeTakeover' } as const;
const taken = { ...promise, in: 'takenItem', at: 'function takenItem > property status' } as const;
const plan = { ...promise, in: 'planCancellation' } as const;
const told = { breaks: 'the customer is told, once' } as const;

/** Ways to cancel an order wrongly: to hold something all the same, or to give back what is somebody's. */
export const mutantsOfTakingOver: readonly Mutant[] = [
  {
    name: 'an order that is fulfilled is not taken over',
    ...takeover,
    at: 'const lost',
    operator: replace((lost) => `status === 'fulfilled' || ${lost}`),
  },
  {
    name: 'an order that has ended with nothing held is cancelled once more',
    ...takeover,
    at: 'const lost',
    operator: replace('worker && beganAfter(owner, execution)'),
  },
  {
    name: 'a cancellation that asks again for what it took over finds nothing to do',
    ...takeover,
    at: 'if sameExecution > if status > return worker',
    operator: replace("{ answer: 'ended', owner, attempt, status }"),
  },
  {
    name: 'a later cancellation stops the earlier one instead of the order’s execution',
    ...takeover,
    at: 'property worker',
    operator: replace('owner'),
  },
  {
    name: 'an order goes back to a cancellation that lost it to a later one',
    ...takeover,
    at: 'const lost',
    operator: replace('holdsNothing(status)'),
  },
  {
    name: 'a cancellation that was answered takes the attempt that began since',
    ...takeover,
    at: 'condition answered',
    operator: replace('true'),
  },
  { name: 'an order that was taken over counts as open', ...taken, operator: replace("'open'") },
  {
    name: 'an order that was taken over counts as one that may be tried again',
    ...taken,
    operator: replace("'cancelled'"),
  },
  {
    name: 'an order that was taken over stays its execution’s',
    ...promise,
    in: 'takenItem',
    at: 'function takenItem > property owner',
    operator: drop,
  },
  {
    name: 'what is cancelled before it comes is open when it does',
    ...promise,
    in: 'cancelledItem',
    at: 'function cancelledItem > property status',
    operator: replace("'open'"),
  },
  {
    name: 'what was cancelled before it came is placed unasked',
    ...promise,
    in: 'judgeClaim',
    at: 'function isNextAttempt > return makesAnAttempt',
    operator: replace('makesAnAttempt(item, claimant)'),
  },
  {
    name: 'a cancellation undoes all but what was done last',
    ...plan,
    at: 'argument 2 of nearestUndo',
    operator: replace('steps.length - 2'),
  },
  {
    name: 'a cancellation tells of it before it has undone anything',
    ...plan,
    at: 'const undos',
    operator: replace('notice.stateName'),
  },
  {
    name: 'that an order could not be cancelled has the id of the notice that it was fulfilled',
    ...told,
    in: 'noticeId',
    at: 'function kindOf > condition takeover',
    operator: replace('false'),
  },
  {
    name: 'an order is cancelled in another attempt than it is in',
    ...promise,
    in: 'takeOver',
    at: 'function takenOver > const record > property attempt',
    operator: replace('1'),
  },
];

import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

const claiming = { breaks: 'one order, one owner', in: 'claimOrder' } as const;
const closing = { breaks: 'one order, one owner', in: 'closeAndNotify' } as const;

/** Ways in which the stages ask the order store wrongly, or do not do as it says. */
export const mutantsOfAttempts: readonly Mutant[] = [
  {
    name: 'all attempts at an order share their keys',
    breaks: 'one charge, one shipment',
    in: 'operationKey',
    at: 'function operationKey > condition attempt',
    operator: replace('true'),
  },
  {
    name: 'an order goes on whatever the store says of it',
    ...claiming,
    at: 'function claimOrder > return decide',
    operator: replace((answer) => `(${answer}, judged)`),
  },
  {
    name: "an order that is another's is told of as rejected",
    ...claiming,
    at: 'case duplicate > return',
    operator: replace('fail(new OrderRejected([describeOwnership(orderId, answer)]))'),
  },
  {
    name: 'an order that is rejected claims nothing',
    ...claiming,
    at: 'function verdictOf > return failure',
    operator: replace('undefined'),
  },
  {
    name: 'the attempt that an order says aloud is not heard',
    ...claiming,
    at: 'call attemptSaid',
    operator: replace('attemptSaid(undefined)'),
  },
  {
    name: 'whatever an order asks for, it looks the same',
    ...claiming,
    at: 'property fingerprint',
    operator: replace("''"),
  },
  {
    name: 'a customer is told, and the order not closed',
    ...closing,
    at: 'const closed',
    operator: replace((closed) => closed.replace('(record,', '({ ...record, order: undefined },')),
  },
  {
    name: 'whoever does not own the order tells the customer all the same',
    ...closing,
    at: 'case not-owned > if wasClaimed',
    operator: drop,
  },
  {
    name: 'a notice that was sent is sent again by whoever repeats it',
    ...closing,
    at: 'function tellOnce > if notice',
    operator: drop,
  },
  {
    name: 'that a notice was sent is not noted',
    ...closing,
    at: 'function tellOnce > if told',
    operator: drop,
  },
  {
    name: 'a notice does not say its number',
    breaks: 'the customer is told, once',
    in: 'composeNotice',
    at: 'spread sequence',
    operator: drop,
  },
  {
    name: 'a notice that waits does not say whose it is',
    breaks: 'the customer is told, once',
    in: 'recordAsText',
    at: 'const recordAsText',
    operator: replace("jsonata('$string($states.input)')"),
  },
];

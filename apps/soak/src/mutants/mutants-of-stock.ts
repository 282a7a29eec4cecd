import type { Mutant } from './mutant.ts';
import { replace } from './operators.ts';

const stock = { breaks: 'no piece is promised twice' } as const;

/** Ways to hold a piece twice, to give it back twice, or to lose it. */
export const mutantsOfStock: readonly Mutant[] = [
  {
    name: 'a hold of stock is written in any turn, also after its attempt was released',
    ...stock,
    in: 'takePieces',
    at: 'property turn',
    operator: replace('undefined'),
  },
  {
    name: 'an undo of stock overlooks a hold that lands while it reads',
    ...stock,
    in: 'putBack',
    at: 'property absent',
    operator: replace('[]'),
  },
  {
    name: 'an undo of stock leaves no key',
    ...stock,
    in: 'releasePieces',
    at: 'function stepOn > const written',
    operator: replace("{ answer: 'written' } as const"),
  },
  {
    name: 'stock that was sold is not taken back when its order is cancelled',
    ...stock,
    in: 'releasePieces',
    at: 'const status',
    operator: replace("'released'"),
  },
  {
    name: 'stock is sold, or given back, without a note that says so',
    ...stock,
    in: 'settleHolds',
    at: 'function fateOf > const written',
    operator: replace("{ answer: 'written' } as const"),
  },
  {
    name: 'a reservation of stock ends by the clock',
    ...stock,
    in: 'settleHolds',
    at: 'property unsettled',
    operator: replace("'released'"),
  },
  {
    name: 'holds of stock are settled in any turn',
    ...stock,
    in: 'settleHolds',
    at: 'argument 2 of change > property turn',
    operator: replace('undefined'),
  },
  {
    name: 'stock that was settled begins no turn',
    ...stock,
    in: 'settleHolds',
    at: 'property turns',
    operator: replace('false'),
  },
  {
    name: 'all attempts at an order hold stock under one key',
    ...stock,
    in: 'stockKey',
    at: 'argument 3 of operationKey',
    operator: replace('1'),
  },
  {
    name: 'somebody is turned away while the last piece of stock may still be given back',
    ...stock,
    in: 'enoughFor',
    at: 'condition undecided',
    operator: replace('false'),
  },
  {
    name: 'an order that is rejected keeps what stock it got',
    ...stock,
    in: 'holdPieces',
    at: 'function turnAway > condition status',
    operator: replace('false'),
  },
];

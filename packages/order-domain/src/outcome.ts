import * as z from 'zod/mini';

/**
 * How an order ended. `fulfilled`: charged and shipped. `rejected`: the order was not valid. `declined`: the payment
 * was refused. `refunded`: something failed later, and nothing is held any more.
 */
export const outcomes = ['fulfilled', 'rejected', 'declined', 'refunded'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeSchema = z.enum(outcomes);

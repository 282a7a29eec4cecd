import * as z from 'zod/mini';

/**
 * How an order ended. `fulfilled`: charged and shipped. `rejected`: the order was not valid. `declined`: the payment
 * was refused. `refunded`: something failed later, and nothing is held any more. `cancelled`: somebody cancelled it, and
 * nothing is held any more.
 */
export const orderEnds = ['fulfilled', 'rejected', 'declined', 'refunded', 'cancelled'] as const;
export type OrderEnd = (typeof orderEnds)[number];
export const orderEndSchema = z.enum(orderEnds);

/**
 * What became of an execution: how its order ended, or `duplicate`, where the order is another execution's and this one
 * holds nothing.
 */
export const outcomes = [...orderEnds, 'duplicate'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeSchema = z.enum(outcomes);

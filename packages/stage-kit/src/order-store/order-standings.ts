import type { Unavailable } from './order-store.ts';

/**
 * How an attempt at an order stands for whoever holds something for it. `unsettled`: its owner, or who cancels it, works on
 * it or may be redriven, or nobody knows of it: what is held for it stays. `fulfilled`: what was held is the customer's.
 * `nothing-held`: it is over, and nothing may be held for it.
 */
export type AttemptStanding = 'unsettled' | 'fulfilled' | 'nothing-held';

export type StandingAnswer = { readonly answer: 'standing'; readonly standing: AttemptStanding } | Unavailable;

/** What a stage asks of the order store that holds something for orders, and that somebody else needs. */
export interface OrderStandings {
  /** @param attempt of the order, 1 for the first */
  standingOf(orderId: string, attempt: number, signal: AbortSignal): Promise<StandingAnswer>;
}

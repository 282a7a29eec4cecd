/**
 * Where a fault strikes: at one of the two simulators, or around a function, a table, the topic, the bus for events, the queue or
 * the catalog of the workflow.
 */
export const layers = ['gateway', 'carrier', 'catalog', 'table', 'lambda', 'topic', 'events', 'queue'] as const;
export type Layer = (typeof layers)[number];

/** What each of these can be asked, by the words of the stages' ports. */
export const callsOf = {
  gateway: ['charge', 'find', 'refund', 'void', 'block'],
  carrier: ['book', 'find', 'cancel', 'block'],
  table: ['read', 'write'],
} as const;
export type GatewayCall = (typeof callsOf.gateway)[number];
export type CarrierCall = (typeof callsOf.carrier)[number];
export type Call = GatewayCall | CarrierCall | (typeof callsOf.table)[number];

/** The calls by which something is undone. */
export const undoing = ['refund', 'void', 'block', 'cancel'] as const satisfies readonly Call[];

/** What is known of a kind of fault. */
export interface FaultFacts {
  readonly name: string;
  readonly layers: readonly Layer[];
  /** What it changes: how a call is answered, or what comes of it. One of each may meet the same call. */
  readonly changes: 'answer' | 'effect';
  /** The calls that it can strike; all of the layer unless given. */
  readonly calls?: readonly Call[];
  /** Of a changed answer: whether the call has its effect all the same; `kept`: none, and its key is answered so again. */
  readonly effect?: 'none' | 'done' | 'later' | 'kept';
  readonly description: string;
}

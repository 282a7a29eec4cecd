/** The sort key of both indexes: when the attempt began, and the order's id. */
export const listedAtKey = 'listedAt';

/** An index of the table of orders, by which they are listed. */
export interface OrderIndex {
  readonly name: string;
  /** Its partition key, a text: what is asked for, and after a point one of {@link listDigits}. */
  readonly key: string;
  /** What it holds besides its keys and the order's id. Whatever else changes of an item costs it no write. */
  readonly holds: readonly string[];
}

/**
 * The indexes of the table of orders: by the day on which the attempt began, and by the keyed hash of the customer. Neither holds
 * anything personal.
 */
export const orderIndexes = {
  day: { name: 'ByDay', key: 'listedDay', holds: ['status', 'attempt'] },
  customer: { name: 'ByCustomer', key: 'listedCustomer', holds: [] },
} as const satisfies Readonly<Record<string, OrderIndex>>;

/**
 * Every day and every customer is spread over these: an index that cannot keep up has the table refuse writes, claims among them
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html), and a partition takes a thousand a second.
 */
export const listDigits = '0123456789';

/** What was accepted under an Idempotency-Key. Keys and bodies are known by their hashes alone. */
export interface AcceptedRequest {
  /** Of the key. */
  readonly keyHash: string;
  /** Of the body. */
  readonly bodyHash: string;
  readonly orderId: string;
  /** The execution's name. */
  readonly execution: string;
  /** The attempt that it was accepted as. */
  readonly attempt: number;
}

/** The latest that was accepted of an order, and may not have claimed it yet. */
export type AcceptedOrder = Pick<AcceptedRequest, 'orderId' | 'execution' | 'attempt'>;

/** What the API itself remembers. Whose an order is, the order store says. Each call may throw ApiUnavailable. */
export interface AcceptedOrders {
  request(keyHash: string): Promise<AcceptedRequest | undefined>;
  order(orderId: string): Promise<AcceptedOrder | undefined>;
  /** Remembers a request; false where the key has one already, which stays. */
  keepRequest(request: AcceptedRequest): Promise<boolean>;
  /** Remembers it as the order's latest, unless a later attempt is. */
  keepOrder(order: AcceptedOrder): Promise<void>;
}

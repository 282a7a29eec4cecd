/** A state machine that the API starts: the two that orders go through, and the one that works on batches. */
export type StartedMachineName = 'orders' | 'cancellations' | 'batches';

/** What a function of the API may use, besides its own log. */
export interface OperationAccess {
  /** Of the table of orders, reads items; of its own, reads and writes what was accepted. */
  readonly tables?: 'read' | 'write';
  /** Whether it looks orders up by the indexes of their table. */
  readonly lists?: true;
  /** What it asks of the table of batches. */
  readonly batches?: readonly ('GetItem' | 'PutItem' | 'UpdateItem' | 'Query')[];
  /** The machines whose executions it starts. */
  readonly starts?: readonly StartedMachineName[];
  /** The machines of whose executions it asks how they stand. */
  readonly describes?: readonly StartedMachineName[];
  /** Whether it is given the key of the fingerprints. */
  readonly fingerprints?: true;
}

/** A function of the API. */
export interface ApiFunctionFacts {
  readonly name: string;
  readonly functionName: string;
  /** Where its built bundle is, as an import. */
  readonly bundle: string;
  readonly access: OperationAccess;
  /** Where it needs more than others; what it computes is faster with more, too. */
  readonly memoryMb?: number;
}

/** An operation of the API: its route, and the function behind it. */
export interface ApiOperation extends ApiFunctionFacts {
  readonly method: 'GET' | 'POST';
  /** As API Gateway writes a route: `/orders/{id}`. */
  readonly path: string;
}

const bundle = (name: string) => `@order-workflow/order-api/lambda/${name}`;

export const placeOrderOperation: ApiOperation = {
  name: 'placeOrder',
  method: 'POST',
  path: '/orders',
  functionName: 'PlaceOrderFunction',
  bundle: bundle('place-order'),
  access: { tables: 'write', starts: ['orders'], describes: ['orders', 'cancellations'], fingerprints: true },
};

export const showOrderOperation: ApiOperation = {
  name: 'showOrder',
  method: 'GET',
  path: '/orders/{id}',
  functionName: 'ShowOrderFunction',
  bundle: bundle('show-order'),
  access: { tables: 'read', describes: ['orders', 'cancellations'] },
};

export const listOrdersOperation: ApiOperation = {
  name: 'listOrders',
  method: 'GET',
  path: '/orders',
  functionName: 'ListOrdersFunction',
  bundle: bundle('list-orders'),
  access: { lists: true, fingerprints: true },
};

export const cancelOrderOperation: ApiOperation = {
  name: 'cancelOrder',
  method: 'POST',
  path: '/orders/{id}/cancellation',
  functionName: 'CancelOrderFunction',
  bundle: bundle('cancel-order'),
  access: { tables: 'read', starts: ['cancellations'], describes: ['orders', 'cancellations'] },
};

export const placeBatchOperation: ApiOperation = {
  name: 'placeBatch',
  method: 'POST',
  path: '/batches',
  functionName: 'PlaceBatchFunction',
  bundle: bundle('place-batch'),
  access: { batches: ['GetItem', 'PutItem', 'Query'], starts: ['batches'], describes: ['batches'] },
  // A whole processor: it reads ten thousand orders before it answers.
  memoryMb: 1_769,
};

export const showBatchOperation: ApiOperation = {
  name: 'showBatch',
  method: 'GET',
  path: '/batches/{id}',
  functionName: 'ShowBatchFunction',
  bundle: bundle('show-batch'),
  access: { batches: ['GetItem', 'Query'], describes: ['batches'] },
};

export const showBatchResultOperation: ApiOperation = {
  name: 'showBatchResult',
  method: 'GET',
  path: '/batches/{id}/result',
  functionName: 'ShowBatchResultFunction',
  bundle: bundle('show-batch-result'),
  access: { batches: ['GetItem'] },
  memoryMb: 1_024,
};

/** What places a part of a batch; the state machine of batches calls it, and no route leads to it. */
export const placePartFunction: ApiFunctionFacts = {
  name: 'placePart',
  functionName: 'PlacePartFunction',
  bundle: bundle('place-part'),
  access: {
    ...{ tables: 'write', batches: ['GetItem', 'UpdateItem'], fingerprints: true },
    ...{ starts: ['orders'], describes: ['orders', 'cancellations'] },
  },
  memoryMb: 512,
};

export const describeApiOperation: ApiOperation = {
  name: 'describeApi',
  method: 'GET',
  path: '/openapi.json',
  functionName: 'DescribeApiFunction',
  bundle: bundle('describe-api'),
  access: {},
};

/** Every operation of the API. */
export const apiOperations: readonly ApiOperation[] = [
  placeOrderOperation,
  listOrdersOperation,
  showOrderOperation,
  cancelOrderOperation,
  placeBatchOperation,
  showBatchOperation,
  showBatchResultOperation,
  describeApiOperation,
];

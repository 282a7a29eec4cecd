/** What a function of the API may use, besides its own log. */
export interface OperationAccess {
  /** Of the table of orders, reads items; of its own, reads and writes what was accepted. */
  readonly tables?: 'read' | 'write';
  /** Whether it looks orders up by the indexes of their table. */
  readonly lists?: true;
  /** The machines whose executions it starts. */
  readonly starts?: readonly ('orders' | 'cancellations')[];
  /** Whether it asks how executions stand. */
  readonly describes?: true;
  /** Whether it is given the key of the fingerprints. */
  readonly fingerprints?: true;
}

/** An operation of the API: its route, and the function behind it. */
export interface ApiOperation {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** As API Gateway writes a route: `/orders/{id}`. */
  readonly path: string;
  readonly functionName: string;
  /** Where its built bundle is, as an import. */
  readonly bundle: string;
  readonly access: OperationAccess;
}

const bundle = (name: string) => `@order-workflow/order-api/lambda/${name}`;

export const placeOrderOperation: ApiOperation = {
  name: 'placeOrder',
  method: 'POST',
  path: '/orders',
  functionName: 'PlaceOrderFunction',
  bundle: bundle('place-order'),
  access: { tables: 'write', starts: ['orders'], describes: true, fingerprints: true },
};

export const showOrderOperation: ApiOperation = {
  name: 'showOrder',
  method: 'GET',
  path: '/orders/{id}',
  functionName: 'ShowOrderFunction',
  bundle: bundle('show-order'),
  access: { tables: 'read', describes: true },
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
  access: { tables: 'read', starts: ['cancellations'], describes: true },
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
  describeApiOperation,
];

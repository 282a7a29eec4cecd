export type { OrderStanding } from './decisions/order-standing.ts';
export { orderStandingSchema } from './decisions/order-standing.ts';
export { orderPath } from './http/order-path.ts';
export { type Problem, type ProblemName, problemSchema } from './http/problem.ts';
export { openapiDocument } from './openapi/openapi-document.ts';
export {
  type ApiOperation,
  apiOperations,
  cancelOrderOperation,
  describeApiOperation,
  listOrdersOperation,
  type OperationAccess,
  placeOrderOperation,
  showOrderOperation,
} from './operations.ts';
